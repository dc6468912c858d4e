import type { PairOutcome } from '#lib/rating/pair-counts.ts';

export type BattleAnswer = {
  model: string;
  /** The conversation up to its last answer, as this model had it. */
  messages: readonly { role: 'system' | 'user' | 'assistant'; content: string }[];
};

/** One vote of a published log, whatever its file calls things. */
export type Battle = {
  /** What tells this vote from all others of its format. */
  sourceId: string;
  /** Names the voter within the source; empty where the file names none. */
  judge: string;
  mode: 'open' | 'blind';
  at: Date;
  answers: readonly [BattleAnswer, BattleAnswer];
  outcome: PairOutcome;
  thumb?: 'up' | 'down';
  overall?: number;
  comment?: string;
};

/** A row that is fine but holds no vote that can be kept (a chat line of a log). */
export class NoBattle extends Error {
  override readonly name = 'NoBattle';
}
