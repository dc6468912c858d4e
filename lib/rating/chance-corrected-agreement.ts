import { agreementWeights, type Disagreement } from '#lib/rating/cohen-kappa.ts';
import { categoryCounts, type Judgements, sumOf } from '#lib/rating/judgements.ts';

/** What agreement chance alone would bring: the only point in which these coefficients differ. */
export type ChanceModel = 'gwet' | 'fleiss' | 'conger' | 'brennan-prediger';

/**
 * (observed - chance) / (1 - chance) for any number of raters and missing judgements, as Gwet (2014, "Handbook of
 * inter-rater reliability") lays it out.
 * - `gwet`: AC1, with weights AC2; steady when one category dominates;
 * - `fleiss`: Fleiss' kappa with missing judgements; `conger`: Conger's exact kappa (1980), where each rater has
 *   their own habits;
 * - `brennan-prediger`: all categories equally likely (Randolph's free-marginal kappa).
 * @param categories the full set, also those nobody used, in their order.
 * @returns null with fewer than two categories, or when no item has two judgements, or for 0/0.
 */
export function chanceCorrectedAgreement<Value extends string | number>(
  judgements: Judgements<Value>,
  categories: readonly Value[],
  chance: ChanceModel,
  disagreement: Disagreement = 'none',
): number | null {
  const size = categories.length;
  const weight = agreementWeights(disagreement, size);
  const counts = categoryCounts(judgements, categories).filter((item) => sumOf(item) > 0);
  const shared = counts.filter((item) => sumOf(item) > 1);
  if (size < 2 || shared.length === 0) return null;

  const observed = meanOf(shared.map((item) => itemAgreement(item, weight)));
  const shares = categories.map((_, category) =>
    meanOf(counts.map((item) => (item[category] ?? 0) / sumOf(item))),
  );
  const weightSum = sumOf(categories.flatMap((_, i) => categories.map((_, j) => weight(i, j))));
  const expected = expectedAgreement();
  return 1 - expected < 1e-12 ? null : (observed - expected) / (1 - expected);

  function expectedAgreement(): number {
    if (chance === 'brennan-prediger') return weightSum / (size * size);
    if (chance === 'gwet') {
      const spread = sumOf(shares.map((share) => share * (1 - share)));
      return (weightSum * spread) / (size * (size - 1));
    }
    if (chance === 'fleiss') {
      return sumOf(shares.flatMap((p, i) => shares.map((q, j) => weight(i, j) * p * q)));
    }
    return congerChance(judgements, categories, weight);
  }
}

const meanOf = (values: readonly number[]) => sumOf(values) / values.length;

type Weight = (i: number, j: number) => number;

/** Weighted share of agreeing pairs of raters on one item. */
function itemAgreement(item: readonly number[], weight: Weight): number {
  const raters = sumOf(item);
  const agreeing = item.map((count, i) => {
    const alike = sumOf(item.map((other, j) => weight(i, j) * other));
    return count * (alike - 1);
  });
  return sumOf(agreeing) / (raters * (raters - 1));
}

/** Mean over pairs of different raters of the agreement their own habits would bring by chance. */
function congerChance<Value>(
  judgements: Judgements<Value>,
  categories: readonly Value[],
  weight: Weight,
): number {
  const raters = Math.max(...judgements.map((item) => item.length));
  const habits = Array.from({ length: raters }, (_, rater) => {
    const own = judgements.map((item) => item[rater] ?? null).filter((value) => value !== null);
    return categories.map((category) => own.filter((value) => value === category).length / own.length);
  }).filter((habit) => habit.every((share) => !Number.isNaN(share)));
  let sum = 0;
  for (const [one, p] of habits.entries()) {
    for (const [other, q] of habits.entries()) {
      if (one === other) continue;
      sum += sumOf(p.flatMap((share, i) => q.map((another, j) => weight(i, j) * share * another)));
    }
  }
  return sum / (habits.length * (habits.length - 1));
}
