import type { TurnActions } from '#components/compare/prompt-row.tsx';
import type { LaneActions } from '#components/lane/lane-actions.ts';
import type { Lane } from '#lib/arena/schema.ts';
import type { TurnStore } from '#lib/arena/turn-reader-store.ts';

/** What every arrangement of the answers is given. */
export type ConversationViewProps = {
  lanes: readonly Lane[];
  turns: readonly TurnStore[];
  /** The turn that the judge bar is about. */
  judgedTurn: TurnStore | null;
  laneActions: LaneActions;
  turnActions: TurnActions;
};
