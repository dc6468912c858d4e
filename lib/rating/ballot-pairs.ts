import type { PairOutcome } from '#lib/rating/pair-counts.ts';

/** One comparison of two lanes taken from a ballot. `weight` is 2/K for a ballot over K lanes. */
export type BallotPair = { a: string; b: string; outcome: PairOutcome; weight: number };

/**
 * What one ballot says of every two of its lanes.
 *
 * K ranked lanes give K(K-1)/2 pairs of weight 2/K each, so a ballot weighs as much as K-1 games: one person's
 * one judgement does not count as many independent ones.
 *
 * @param ballot `ranking`: groups of contestants, best first, one group = tied. `allBad`: nothing was good
 *   enough, then `lanes` (all that were judged) are both-bad against each other and `ranking` is empty.
 *   One contestant in two lanes gives no pair with itself, but counts in K.
 * @returns no pairs for a ballot that ranks fewer than two lanes.
 */
export function ballotPairs(ballot: {
  lanes: readonly string[];
  ranking: readonly (readonly string[])[];
  allBad: boolean;
}): BallotPair[] {
  const groups = ballot.allBad ? [ballot.lanes] : ballot.ranking;
  const lanes = groups.flatMap((group, place) => group.map((contestant) => ({ contestant, place })));
  const weight = 2 / lanes.length;
  const level: PairOutcome = ballot.allBad ? 'bothBad' : 'ties';
  const pairs: BallotPair[] = [];
  for (const [index, a] of lanes.entries()) {
    for (const b of lanes.slice(index + 1)) {
      if (a.contestant === b.contestant) continue;
      // Groups come best first, so the earlier of two lanes is never the worse one.
      const outcome = a.place === b.place ? level : 'winsA';
      pairs.push({ a: a.contestant, b: b.contestant, outcome, weight });
    }
  }
  return pairs;
}
