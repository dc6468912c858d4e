type Waiting = { start: () => void; onAhead: (ahead: number) => void };
type Line = { limit: number; running: number; waiting: Waiting[] };

export type QueueEntry = {
  /** Tasks of one key wait in one line. */
  key: string;
  /** How many tasks of this key may run at once; null for no limit. The last entry's counts for the whole line. */
  limit: number | null;
  signal: AbortSignal;
  /** Called whenever the number of tasks before this one in its line changes, while it waits. */
  onAhead: (ahead: number) => void;
};

/**
 * Lets at most `limit` tasks of one key, and `total` tasks in all, run at once. The tasks of a key start in order of
 * arrival; where the total is short, keys take turns, so that a long line of one key does not starve another.
 */
export class LaneQueue {
  private readonly total: number;
  private running = 0;
  /** In the order in which lines get the next free place. */
  private readonly lines = new Map<string, Line>();

  constructor(total: number) {
    this.total = total;
  }

  /** Resolves to a release function when the task may run, or to null when the signal came first. */
  enter({ key, limit, signal, onAhead }: QueueEntry): Promise<(() => void) | null> {
    if (signal.aborted) return Promise.resolve(null);
    const { promise, resolve } = Promise.withResolvers<(() => void) | null>();
    const line = this.lines.get(key) ?? { limit: 0, running: 0, waiting: [] };
    this.lines.set(key, line);
    line.limit = limit ?? Number.POSITIVE_INFINITY;
    const onAbort = () => {
      line.waiting = line.waiting.filter((other) => other !== entry);
      this.tellLine(key, line);
      resolve(null);
    };
    const entry: Waiting = {
      onAhead,
      start: () => {
        signal.removeEventListener('abort', onAbort);
        resolve(this.releaseOnce(key, line));
      },
    };
    signal.addEventListener('abort', onAbort, { once: true });
    line.waiting.push(entry);
    this.startWaiting();
    const ahead = line.waiting.indexOf(entry);
    if (ahead >= 0) onAhead(ahead);
    return promise;
  }

  private startWaiting(): void {
    const moved = new Map<string, Line>();
    while (this.running < this.total) {
      const next = this.lines
        .entries()
        .find(([, line]) => line.waiting.length > 0 && line.running < line.limit);
      if (next === undefined) break;
      const [key, line] = next;
      this.running += 1;
      line.running += 1;
      line.waiting.shift()?.start();
      // To the end: the other lines come first now.
      this.lines.delete(key);
      this.lines.set(key, line);
      moved.set(key, line);
    }
    for (const [key, line] of moved) this.tellLine(key, line);
  }

  private tellLine(key: string, line: Line): void {
    for (const [ahead, { onAhead }] of line.waiting.entries()) onAhead(ahead);
    if (line.running === 0 && line.waiting.length === 0) this.lines.delete(key);
  }

  private releaseOnce(key: string, line: Line): () => void {
    let isReleased = false;
    return () => {
      if (isReleased) return;
      isReleased = true;
      this.running -= 1;
      line.running -= 1;
      if (line.running === 0 && line.waiting.length === 0) this.lines.delete(key);
      this.startWaiting();
    };
  }
}
