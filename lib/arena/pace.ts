/** What a blind turn's pace depends on; it is the same for every order of the lanes. */
export type PacedState = {
  lanes: readonly { available: number; isEnded: boolean }[];
  /** Units that may be seen once all lanes have ended (endReach); null before. */
  endReach: number | null;
};

/** UTF-16 units per second: about the speed of a fast model, and faster than anyone reads. */
export const usualPace = 400;

/** What is left when all lanes have ended is shown so many times as fast. */
const endHaste = 10;

/**
 * How many units of every lane may be seen at most: while any lane is at work, as many as the one with the fewest
 * has. So lanes start together, wait together, and where a short answer ends all others wait until theirs are whole.
 */
export function pacedReach({ lanes, endReach }: PacedState): number {
  return endReach ?? Math.min(...lanes.map((lane) => lane.available));
}

/**
 * Units of every lane to be seen `elapsedMs` after `shown` were; never fewer than before.
 * @param pace UTF-16 units per second.
 */
export function advancePace(shown: number, elapsedMs: number, state: PacedState, pace = usualPace): number {
  const rate = state.endReach === null ? pace : pace * endHaste;
  const next = shown + Math.floor((Math.max(0, elapsedMs) * rate) / 1000);
  return Math.max(shown, Math.min(next, pacedReach(state)));
}
