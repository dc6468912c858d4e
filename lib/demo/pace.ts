import { setTimeout as sleep } from 'node:timers/promises';

/** Waits before a piece is sent; rejects when the signal is aborted. */
export type Pace = (signal: AbortSignal) => Promise<void>;

/** A person should see the answer come, at the speed of a quick model: about 60 to 120 pieces a second. */
export const readablePace: Pace = async (signal) => {
  await sleep(8 + Math.random() * 8, undefined, { signal });
};

export const noPace: Pace = async () => {};
