import type { Response } from 'undici';
import { AnswerSink } from '#lib/endpoints/answer-sink.ts';
import type { AskObserver } from '#lib/endpoints/ask.ts';
import { AskFailure } from '#lib/endpoints/ask-error.ts';
import type { WireRequest } from '#lib/endpoints/build-request.ts';
import { type AllTimeouts, Deadlines } from '#lib/endpoints/deadlines.ts';
import { type Guard, guardedFetch, readLimited } from '#lib/endpoints/guarded-fetch.ts';
import { judgeAnswer } from '#lib/endpoints/judge-answer.ts';
import { toNetworkFailure } from '#lib/endpoints/network-failure.ts';
import { readRetryAfter } from '#lib/endpoints/retry-after.ts';
import { AnswerReader } from '#lib/endpoints/wire/answer-reader.ts';
import { EventParser } from '#lib/endpoints/wire/event-parser.ts';
import { describeBody } from '#lib/endpoints/wire/server-error.ts';

const maxErrorBytes = 262_144;
const maxAnswerBytes = 64 * 1024 * 1024;
/** After the end mark the server has this long to close, so that its connection can serve the next turn. */
const drainMs = 200;

export type Attempt = {
  startedAt: number;
  endedAt: number;
  sink: AnswerSink;
  reader: AnswerReader;
  /** Null for a complete answer and for a stop. */
  failure: AskFailure | null;
  isStopped: boolean;
};

export type AttemptOptions = {
  request: WireRequest;
  observer: AskObserver;
  guard: Guard;
  timeouts: AllTimeouts;
  totalLeftMs: number;
};

async function refusalOf(response: Response): Promise<AskFailure> {
  const { status } = response;
  const body = await readLimited(response, maxErrorBytes).catch(() => '');
  const message = `HTTP ${status}: ${describeBody(body).trim() || response.statusText || 'no reason given'}`;
  if (status === 429) {
    const retryAfterMs = readRetryAfter(response.headers, Date.now());
    return new AskFailure('rate-limited', message, { isRetryable: true, retryAfterMs });
  }
  if (status >= 500) {
    const retryAfterMs = readRetryAfter(response.headers, Date.now());
    return new AskFailure('server-error', message, { isRetryable: true, retryAfterMs });
  }
  if (status === 401 || status === 403) return new AskFailure('access-denied', message);
  return new AskFailure(status === 404 ? 'not-found' : 'request-refused', message);
}

type BodyReader = ReadableStreamDefaultReader<Uint8Array>;

/** Leaves the connection usable if the server ends at once, and closes it otherwise. */
async function drain(reader: BodyReader, controller: AbortController): Promise<void> {
  const timer = setTimeout(() => controller.abort(), drainMs);
  try {
    while (!(await reader.read()).done) {}
  } catch {
    // The answer is over: how its connection ends no longer matters.
  } finally {
    clearTimeout(timer);
  }
}

/** One attempt in progress: what the events, the deadlines and the stop signal all act on. */
class RunningAttempt {
  readonly #options: AttemptOptions;
  readonly #controller = new AbortController();
  readonly #deadlines: Deadlines;
  readonly #parser: EventParser;
  readonly sink: AnswerSink;
  readonly reader: AnswerReader;
  readonly startedAt = performance.now();
  expired: AskFailure | null = null;
  isOver = false;
  #hasHeaders = false;
  #stray: string | null = null;

  constructor(options: AttemptOptions) {
    this.#options = options;
    this.sink = new AnswerSink(options.observer, options.request.stops);
    this.reader = new AnswerReader({
      text: (delta) => this.sink.onText(delta),
      reasoning: (delta) => this.sink.onReasoning(delta),
    });
    this.#deadlines = new Deadlines(options.timeouts, options.totalLeftMs, (_name, failure) => {
      this.expired = failure;
      this.isOver = failure === null;
      this.#controller.abort();
    });
    this.#parser = new EventParser({
      onEvent: (value, name) => this.#onEvent(value, name),
      onDone: () => {
        this.reader.isDone = true;
      },
      onBroken: () => {
        this.reader.broken += 1;
      },
      onStray: (text) => {
        this.#stray = text;
      },
    });
  }

  async run(): Promise<Attempt> {
    const { signal } = this.#options.observer;
    const stop = () => this.#controller.abort();
    signal.addEventListener('abort', stop, { once: true });
    let failure: AskFailure | null = null;
    try {
      if (signal.aborted) stop();
      await this.#exchange();
    } catch (error) {
      if (!signal.aborted && !this.isOver)
        failure = this.expired ?? toNetworkFailure(error, this.#hasHeaders);
    } finally {
      signal.removeEventListener('abort', stop);
      this.#deadlines.clear();
    }
    const endedAt = performance.now();
    this.sink.end();
    const { sink, reader, startedAt } = this;
    const isStopped = signal.aborted && !reader.isDone && !sink.isCut;
    if (!isStopped) failure = judgeAnswer({ sink, reader, failure, stray: this.#stray });
    return { startedAt, endedAt, sink, reader, failure: isStopped ? null : failure, isStopped };
  }

  #onEvent(value: unknown, name: string | null): void {
    if (this.reader.isDone || this.sink.isCut) return;
    this.reader.read(value, name);
  }

  async #exchange(): Promise<void> {
    const { request, guard, timeouts } = this.#options;
    // The connect deadline is the agent's own, so the wait for headers only begins after it.
    this.#deadlines.start('headers');
    const response = await guardedFetch(
      request.url,
      {
        method: 'POST',
        headers: request.headers,
        body: JSON.stringify(request.body),
        signal: this.#controller.signal,
      },
      { ...guard, connectMs: timeouts.connectMs },
    );
    this.#hasHeaders = true;
    if (!response.ok) throw await refusalOf(response);
    this.#deadlines.start('firstText', performance.now() - this.startedAt);
    if (response.body) await this.#readBody(response.body.getReader());
    this.#parser.end();
  }

  async #readBody(body: BodyReader): Promise<void> {
    const decoder = new TextDecoder();
    let bytes = 0;
    for (;;) {
      const { done, value } = await body.read();
      if (done) {
        this.#parser.push(decoder.decode());
        return;
      }
      bytes += value.byteLength;
      if (bytes > maxAnswerBytes) {
        this.#controller.abort();
        throw new AskFailure('too-large', `The answer is larger than ${maxAnswerBytes} bytes`);
      }
      this.#parser.push(decoder.decode(value, { stream: true }));
      if (this.reader.isDone) {
        void drain(body, this.#controller);
        return;
      }
      if (this.sink.isCut) {
        this.#controller.abort();
        return;
      }
      this.#touch();
    }
  }

  #hadToken = false;
  #hadFinish = false;
  #lastTokenAt = 0;

  /** After each packet: text and reasoning move the deadlines on, pings do not. */
  #touch(): void {
    const { sink, reader } = this;
    if (reader.finish !== null && !this.#hadFinish) {
      this.#hadFinish = true;
      this.#deadlines.start('afterFinish');
    } else if (sink.hasToken && !this.#hadToken) {
      this.#hadToken = true;
      if (!this.#hadFinish) this.#deadlines.start('gap');
    } else if (sink.lastTokenAt !== this.#lastTokenAt) {
      this.#deadlines.touch();
    }
    this.#lastTokenAt = sink.lastTokenAt;
  }
}

/** Sends the request once and reads what comes back. Never throws. */
export function runAttempt(options: AttemptOptions): Promise<Attempt> {
  return new RunningAttempt(options).run();
}
