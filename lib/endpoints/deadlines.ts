import { AskFailure } from '#lib/endpoints/ask-error.ts';
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

/** The endpoint's own deadlines over the defaults. */
export function resolveTimeouts(own: Timeouts): AllTimeouts {
  return {
    connectMs: own.connectMs ?? defaultTimeouts.connectMs,
    headersMs: own.headersMs ?? defaultTimeouts.headersMs,
    firstTextMs: own.firstTextMs ?? defaultTimeouts.firstTextMs,
    gapMs: own.gapMs ?? defaultTimeouts.gapMs,
    totalMs: own.totalMs ?? defaultTimeouts.totalMs,
  };
}

/** Once the server has named the finish, usage and [DONE] get this long; then the answer is over without them. */
const afterFinishMs = 2_000;

export type DeadlineName = 'headers' | 'firstText' | 'gap' | 'afterFinish' | 'total';

const failures = {
  headers: ['headers-timeout', 'sent no response headers'],
  firstText: ['first-text-timeout', 'sent no text'],
  gap: ['gap-timeout', 'sent nothing more'],
  total: ['total-timeout', 'was not done'],
} as const;

/** One running deadline and the total one. `touch` is cheap enough to be called for every delta. */
export class Deadlines {
  readonly #limits: Record<DeadlineName, number>;
  readonly #onExpire: (name: DeadlineName, failure: AskFailure | null) => void;
  #totalTimer: NodeJS.Timeout;
  #timer: NodeJS.Timeout | undefined;
  #touchedAt = 0;

  /** `totalLeftMs`: what is left of the total, over all attempts. */
  constructor(
    timeouts: AllTimeouts,
    totalLeftMs: number,
    onExpire: (name: DeadlineName, failure: AskFailure | null) => void,
  ) {
    this.#limits = {
      headers: timeouts.headersMs,
      firstText: timeouts.firstTextMs,
      gap: timeouts.gapMs,
      total: timeouts.totalMs,
      afterFinish: afterFinishMs,
    };
    this.#onExpire = onExpire;
    this.#totalTimer = setTimeout(() => this.#expire('total'), Math.max(1, totalLeftMs));
  }

  /** Replaces the running deadline. `sinceMs` of it have passed already. */
  start(name: Exclude<DeadlineName, 'total'>, sinceMs = 0): void {
    clearTimeout(this.#timer);
    this.#touchedAt = performance.now() - sinceMs;
    this.#arm(name);
  }

  /** The running deadline begins anew. */
  touch(): void {
    this.#touchedAt = performance.now();
  }

  clear(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#totalTimer);
  }

  #arm(name: Exclude<DeadlineName, 'total'>): void {
    const left = this.#touchedAt + this.#limits[name] - performance.now();
    this.#timer = setTimeout(
      () => {
        const isTouched = performance.now() < this.#touchedAt + this.#limits[name] - 1;
        if (isTouched) this.#arm(name);
        else this.#expire(name);
      },
      Math.max(1, left),
    );
  }

  #expire(name: DeadlineName): void {
    if (name === 'afterFinish') {
      this.#onExpire(name, null);
      return;
    }
    const [code, what] = failures[name];
    const seconds = (this.#limits[name] / 1000).toLocaleString('en', { maximumFractionDigits: 1 });
    this.#onExpire(name, new AskFailure(code, `The server ${what} within ${seconds} s`));
  }
}
