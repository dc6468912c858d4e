import type { Schedule } from '#lib/arena/turn-reader-store.ts';

/**
 * Spreads jobs over frames: each frame runs the `perFrame` jobs that have waited longest, each job at most once
 * per turn of the queue. Eight busy lanes then cost every frame a quarter of their work, not one frame all of it.
 */
export function createPace(requestFrame: (callback: () => void) => void, perFrame: number): Schedule {
  const waiting = new Set<() => void>();
  let isRequested = false;

  function request() {
    if (isRequested) return;
    isRequested = true;
    requestFrame(runFrame);
  }

  function runFrame() {
    isRequested = false;
    for (const job of [...waiting].slice(0, perFrame)) {
      waiting.delete(job);
      job();
    }
    if (waiting.size > 0) request();
  }

  return (job) => {
    waiting.add(job);
    request();
  };
}
