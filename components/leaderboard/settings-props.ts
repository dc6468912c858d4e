import type { BoardChoices } from '#components/leaderboard/board-choices.ts';
import type { BoardOptions, Contestant } from '#lib/rating/board-answer.ts';

export type SettingsProps = {
  choices: BoardChoices;
  onChange: (change: Partial<BoardChoices>) => void;
  /** Who can be the anchor. */
  contestants: readonly Contestant[];
  options: BoardOptions;
};
