import type { Timeouts } from '#lib/endpoints/schema.ts';

export type AllTimeouts = { [Name in keyof Timeouts]-?: number };

/**
 * In milliseconds. Generous, because a laptop may load a model for minutes before its first token. `firstText`
 * runs from the request to the first text or reasoning, `gap` from one of these to the next.
 */
export const defaultTimeouts: AllTimeouts = {
  connectMs: 15_000,
  headersMs: 300_000,
  firstTextMs: 300_000,
  gapMs: 120_000,
  totalMs: 1_800_000,
};
