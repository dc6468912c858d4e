/**
 * What raters said of items: one array per item, one place per rater in the same order, null where a rater did not
 * judge. Values are compared with ===; measures of distance need numbers.
 */
export type Judgements<Value> = readonly (readonly (Value | null)[])[];

/** The values given to one item, in the order of the raters. */
export const valuesGiven = <Value>(item: readonly (Value | null)[]): Value[] =>
  item.filter((value): value is Value => value !== null);

/** All different values, numbers in their order, then by name. */
export function categoriesOf<Value extends string | number>(judgements: Judgements<Value>): Value[] {
  return [...new Set(judgements.flatMap(valuesGiven))].sort((one, other) => (one < other ? -1 : 1));
}

/** How often each category was given: items × categories. */
export function categoryCounts<Value extends string | number>(
  judgements: Judgements<Value>,
  categories: readonly Value[],
): number[][] {
  return judgements.map((item) =>
    categories.map((category) => item.filter((value) => value === category).length),
  );
}

export const sumOf = (values: Iterable<number>): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
};
