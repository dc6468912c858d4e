import { createHash } from 'node:crypto';
import { type PairCount, WEIGHT_PARTS } from '#lib/rating/pair-counts.ts';

/**
 * A hash over what a board is computed from: the same digest means the same board. Weights enter as whole
 * multiples of 1/420, so neither the order of votes nor the rounding of sums shows.
 * @param counts canonical (see mergePairCounts).
 * @param covariates of single votes, in the order of the votes: keep that order fixed (by id).
 */
export function boardDigest(
  settings: Readonly<Record<string, unknown>>,
  counts: readonly PairCount[],
  covariates: readonly Float64Array[] = [],
): string {
  const hash = createHash('sha256');
  const named = Object.entries(settings).filter(([, value]) => value !== undefined);
  hash.update(JSON.stringify(named.sort(([one], [other]) => (one < other ? -1 : 1))));
  const rows = counts.map(({ a, b, winsA, winsB, ties, bothBad, rater }) => {
    const weights = [winsA, winsB, ties, bothBad].map((weight) => Math.round(weight * WEIGHT_PARTS));
    return [a, b, weights, rater];
  });
  hash.update(JSON.stringify(rows));
  for (const column of covariates) hash.update(column);
  return hash.digest('hex');
}
