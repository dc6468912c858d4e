import { categoriesOf, type Judgements, sumOf, valuesGiven } from '#lib/rating/judgements.ts';

/** How far apart two values are: names, ranks, numbers on a line, or numbers with a true zero (not negative). */
export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/**
 * Krippendorff's alpha ("Computing Krippendorff's alpha-reliability", 2011): any number of raters, missing
 * judgements, four levels of measurement. At least 0.80 counts as reliable, 0.667 to 0.80 as tentative.
 * @returns null when it is undefined: no item with two judgements, or one single value in use.
 */
export function krippendorffAlpha(judgements: Judgements<number>, level: MeasurementLevel): number | null;
export function krippendorffAlpha(judgements: Judgements<string>, level: 'nominal'): number | null;
export function krippendorffAlpha(
  judgements: Judgements<number> | Judgements<string>,
  level: MeasurementLevel,
): number | null {
  const items = (judgements as Judgements<number | string>).filter((item) => valuesGiven(item).length > 1);
  const values = categoriesOf(items);
  const coincidences = values.map(() => values.map(() => 0));
  for (const item of items) {
    const given = valuesGiven(item).map((value) => values.indexOf(value));
    for (const [index, one] of given.entries()) {
      for (const [place, other] of given.entries()) {
        const row = coincidences[one];
        if (row && index !== place) row[other] = (row[other] ?? 0) + 1 / (given.length - 1);
      }
    }
  }
  const marginals = coincidences.map(sumOf);
  const total = sumOf(marginals);
  let observed = 0;
  let expected = 0;
  for (const i of values.keys()) {
    for (const j of values.keys()) {
      const difference = squaredDifference(level, values, marginals, [i, j]);
      observed += (coincidences[i]?.[j] ?? 0) * difference;
      expected += (marginals[i] ?? 0) * (marginals[j] ?? 0) * difference;
    }
  }
  return expected === 0 ? null : 1 - ((total - 1) * observed) / expected;
}

function squaredDifference(
  level: MeasurementLevel,
  values: readonly (number | string)[],
  marginals: readonly number[],
  [i, j]: readonly [number, number],
): number {
  if (i === j) return 0;
  if (level === 'nominal') return 1;
  const [one, other] = [Number(values[i]), Number(values[j])];
  if (level === 'interval') return (one - other) ** 2;
  if (level === 'ratio') return ((one - other) / (one + other)) ** 2;
  const between = sumOf(marginals.slice(Math.min(i, j), Math.max(i, j) + 1));
  return (between - ((marginals[i] ?? 0) + (marginals[j] ?? 0)) / 2) ** 2;
}
