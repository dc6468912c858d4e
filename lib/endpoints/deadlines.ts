import { AskFailure } from '#lib/endpoints/ask-error.ts';
import { type AllTimeouts, defaultTimeouts } from '#lib/endpoints/default-timeouts.ts';
import type { Timeouts } from '#lib/endpoints/schema.ts';

/** A timer of Node that is set for longer goes off at once. */
const longestMs = 2_147_483_647;

/** The endpoint's own deadlines over the defaults. */
export function resolveTimeouts(own: Timeouts): AllTimeouts {
  const of = (name: keyof AllTimeouts) => Math.min(own[name] ?? defaultTimeouts[name], longestMs);
  return {
    connectMs: of('connectMs'),
    headersMs: of('headersMs'),
    firstTextMs: of('firstTextMs'),
    gapMs: of('gapMs'),
    totalMs: of('totalMs'),
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
