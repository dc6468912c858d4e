import type { Schedule } from '#lib/arena/turn-reader-store.ts';

export type PaceOptions = {
  requestFrame: (callback: () => void) => void;
  /** Called in a frame; calls back when that frame has been laid out and painted. */
  afterFrame: (callback: () => void) => void;
  /** Milliseconds from any start. */
  now: () => number;
  /** What a frame may spend on jobs, in milliseconds. */
  budget: number;
};

/**
 * Spreads jobs over frames: a frame runs the jobs that have waited longest, one at least, until its time is spent.
 * Then frames are left out for as long as that one took with its layout and painting, so that half of the time is for
 * whatever else the page does, on a slow machine too.
 */
export function createPace({ requestFrame, afterFrame, now, budget }: PaceOptions): Schedule {
  const waiting = new Set<() => void>();
  let isRequested = false;
  let restUntil = 0;

  function request() {
    if (isRequested) return;
    isRequested = true;
    requestFrame(() => {
      isRequested = false;
      const startedAt = now();
      if (startedAt < restUntil) request();
      else void runFrame(startedAt);
    });
  }

  async function runFrame(startedAt: number) {
    afterFrame(() => {
      restUntil = 2 * now() - startedAt;
    });
    for (const job of waiting) {
      waiting.delete(job);
      job();
      // What a job wakes renders in the microtasks after it: by the end of them its whole price is known.
      await null;
      if (now() - startedAt >= budget) break;
    }
    if (waiting.size > 0) request();
  }

  return (job) => {
    waiting.add(job);
    request();
  };
}
