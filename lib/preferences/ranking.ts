import type { Outcome } from '#lib/preferences/outcomes.ts';

/** Groups of lane ids, best first; lanes in one group tie. No group is empty and no lane stands twice. */
export type Ranking = readonly (readonly string[])[];

/** What a judgement says about the top: a lane alone there wins, whether or not others were ranked. */
export function outcomeOf(ranking: Ranking, allBad: boolean): Outcome {
  if (allBad) return 'all-bad';
  const [top] = ranking;
  if (top === undefined) return 'unranked';
  return top.length === 1 ? 'win' : 'tie';
}

/** The group a lane stands in, from 0; -1 when it is not ranked. */
export function groupOf(ranking: Ranking, laneId: string): number {
  return ranking.findIndex((group) => group.includes(laneId));
}

/**
 * The place people speak of, from 1: lanes that tie share it and the next place leaves room for them (1, 1, 3).
 * Null when the lane is not ranked.
 */
export function placeOf(ranking: Ranking, laneId: string): number | null {
  const index = groupOf(ranking, laneId);
  return index === -1 ? null : ranking.slice(0, index).flat().length + 1;
}

export function removeLane(ranking: Ranking, laneId: string): Ranking {
  return ranking.map((group) => group.filter((id) => id !== laneId)).filter((group) => group.length > 0);
}

/** Keeps only the lanes that may be ranked, for instance after a retry that failed. */
export function keepLanes(ranking: Ranking, laneIds: ReadonlySet<string>): Ranking {
  return ranking
    .map((group) => group.filter((laneId) => laneIds.has(laneId)))
    .filter((group) => group.length > 0);
}

/** Puts the lane alone into a new group before the group that now has this index; past the end means last. */
export function placeLane(ranking: Ranking, laneId: string, index: number): Ranking {
  const before = removeLane(ranking.slice(0, Math.max(0, index)), laneId);
  const after = removeLane(ranking.slice(Math.max(0, index)), laneId);
  return [...before, [laneId], ...after];
}

/** Puts the lane into the group of another; when that one is not ranked, both go last together. */
export function tieLane(ranking: Ranking, laneId: string, withLaneId: string): Ranking {
  if (laneId === withLaneId) return ranking;
  const rest = removeLane(ranking, laneId);
  if (groupOf(rest, withLaneId) === -1) return [...rest, [withLaneId, laneId]];
  return rest.map((group) => (group.includes(withLaneId) ? [...group, laneId] : group));
}

/** Ranks the lane after all others, or tied with the last of them. */
export function pickLane(ranking: Ranking, laneId: string, tied: boolean): Ranking {
  const rest = removeLane(ranking, laneId);
  const partner = tied ? rest.at(-1)?.[0] : undefined;
  return partner === undefined ? [...rest, [laneId]] : tieLane(rest, laneId, partner);
}

/** Takes back the place that was given last. */
export function dropLast(ranking: Ranking): Ranking {
  const last = ranking.at(-1)?.at(-1);
  return last === undefined ? ranking : removeLane(ranking, last);
}

/** All lanes that have no place yet go last, together. */
export function tieRest(ranking: Ranking, laneIds: readonly string[]): Ranking {
  const rest = laneIds.filter((laneId) => groupOf(ranking, laneId) === -1);
  return rest.length === 0 ? ranking : [...ranking, rest];
}

/**
 * One step up or down. A lane alone joins the neighbouring group, a lane that ties leaves its group on that
 * side; so every ranking can be reached by steps alone. An unranked lane enters at the end.
 */
export function stepLane(ranking: Ranking, laneId: string, direction: 'up' | 'down'): Ranking {
  const index = groupOf(ranking, laneId);
  if (index === -1) return [...ranking, [laneId]];
  if ((ranking[index] ?? []).length > 1) {
    return placeLane(ranking, laneId, direction === 'up' ? index : index + 1);
  }
  const neighbour = ranking[direction === 'up' ? index - 1 : index + 1]?.[0];
  return neighbour === undefined ? ranking : tieLane(ranking, laneId, neighbour);
}
