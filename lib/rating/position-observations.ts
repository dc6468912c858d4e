import { type Observations, observationsFromCounts } from '#lib/rating/observations.ts';
import type { PairCount } from '#lib/rating/pair-counts.ts';
import type { TiePolicy } from '#lib/rating/tie-policy.ts';

/**
 * Rows with the order of showing as their one covariate (see contextualObservations), from counts in which a is the
 * one that was seen first: votes that are alike need not be read one by one.
 */
export function positionObservations(seenFirst: readonly PairCount[], policy: TiePolicy): Observations {
  const key = ({ a, b, rater = '' }: PairCount) => JSON.stringify([a, b, rater]);
  const counts = seenFirst.filter(({ a, b }) => a !== b);
  const sorted = counts.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
  const rows = observationsFromCounts(sorted, policy);
  const column = new Float64Array(rows.a.length).fill(1);
  return { ...rows, covariates: { names: ['position'], columns: [column] } };
}
