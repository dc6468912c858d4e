import type { Lane } from '#lib/arena/schema.ts';
import type { TurnStore } from '#lib/arena/turn-reader-store.ts';

/** What can be done with one lane of one turn. Kept stable, so that columns do not render for nothing. */
export type LaneActions = {
  stop: (turn: TurnStore, laneId: string) => void;
  retry: (turn: TurnStore, laneId: string) => void;
  copy: (text: string) => void;
  /** Who answers in this lane. */
  openCard: (lane: Lane) => void;
  compare: (turn: TurnStore, laneId: string, otherLaneId: string) => void;
};
