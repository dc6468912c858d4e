/**
 * Lets at most `limit` tasks of one key, and `total` tasks in all, run at once; the rest wait in order of arrival.
 * A task whose key is full does not hold up tasks of other keys behind it.
 */
export class LaneQueue {
  private readonly total: number;
  private running = 0;
  private readonly runningByKey = new Map<string, number>();
  private waiting: { key: string; limit: number; start: () => void }[] = [];

  constructor(total: number) {
    this.total = total;
  }

  /** Resolves to a release function when the task may run, or to null when the signal came first. */
  enter(key: string, limit: number | null, signal: AbortSignal): Promise<(() => void) | null> {
    if (signal.aborted) return Promise.resolve(null);
    const { promise, resolve } = Promise.withResolvers<(() => void) | null>();
    const onAbort = () => {
      this.waiting = this.waiting.filter((other) => other !== entry);
      resolve(null);
    };
    const entry = {
      key,
      limit: limit ?? Number.POSITIVE_INFINITY,
      start: () => {
        signal.removeEventListener('abort', onAbort);
        resolve(this.releaseOnce(key));
      },
    };
    signal.addEventListener('abort', onAbort, { once: true });
    this.waiting.push(entry);
    this.startWaiting();
    return promise;
  }

  private startWaiting(): void {
    this.waiting = this.waiting.filter((entry) => {
      const ofKey = this.runningByKey.get(entry.key) ?? 0;
      if (this.running >= this.total || ofKey >= entry.limit) return true;
      this.running += 1;
      this.runningByKey.set(entry.key, ofKey + 1);
      entry.start();
      return false;
    });
  }

  private releaseOnce(key: string): () => void {
    let isReleased = false;
    return () => {
      if (isReleased) return;
      isReleased = true;
      this.running -= 1;
      const ofKey = (this.runningByKey.get(key) ?? 1) - 1;
      if (ofKey === 0) this.runningByKey.delete(key);
      else this.runningByKey.set(key, ofKey);
      this.startWaiting();
    };
  }
}
