/** What a ballot says of one of its lanes. */
export const laneResults = ['won', 'tied', 'lost', 'bad', 'unranked'] as const;
export type LaneResult = (typeof laneResults)[number];

/** @param rank place of the lane; null when it was not ranked. */
export function laneResult(outcome: string, rank: number | null): LaneResult {
  if (outcome === 'all-bad') return 'bad';
  if (rank === null) return 'unranked';
  if (rank > 1) return 'lost';
  return outcome === 'tie' ? 'tied' : 'won';
}
