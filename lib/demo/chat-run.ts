import type { PiecesEnd } from '#lib/demo/limit-pieces.ts';

/** One answer being made. */
export type ChatRun = {
  id: string;
  model: string;
  /** Seconds since 1970. */
  created: number;
  promptTokens: number;
  pieces: Generator<string, PiecesEnd>;
};
