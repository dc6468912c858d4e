import type { Observations } from '#lib/rating/observations.ts';
import { at } from '#lib/rating/symmetric-matrix.ts';

/** Raters whose votes are taken together. */
export type RaterClusters = {
  raters: number;
  /** As many raters with equally many votes tell as much: (sum n)² / sum n², n the votes of each (Kish 1965). */
  effective: number;
};

/** Fewer tell nothing of how raters differ: one rater's clustered variance is exactly 0. */
export const FEWEST_RATERS = 5;
/** Five people never judge equally much. */
const LEAST_EFFECTIVE = 4;

/** @returns null when the raters are unknown, too few, or when almost all votes are of very few. */
export function findClusters({ rater, weight }: Observations): RaterClusters | null {
  if (rater === undefined) return null;
  const votes = new Map<number, number>();
  for (const [row, one] of rater.entries()) votes.set(one, (votes.get(one) ?? 0) + at(weight, row));
  let sum = 0;
  let squares = 0;
  for (const own of votes.values()) {
    sum += own;
    squares += own * own;
  }
  const effective = (sum * sum) / squares;
  return votes.size >= FEWEST_RATERS && effective >= LEAST_EFFECTIVE
    ? { raters: votes.size, effective }
    : null;
}

/**
 * Degrees of freedom of what a clustered covariance says: a variance from C clusters is itself uncertain, and Student's
 * t with C - 1 knows it (Cameron & Miller 2015, section VI); with uneven clusters, of their effective number (Carter,
 * Schnepel & Steigerwald 2017).
 */
export const degreesOf = (clusters: RaterClusters | null): number =>
  clusters === null ? Number.POSITIVE_INFINITY : clusters.effective - 1;
