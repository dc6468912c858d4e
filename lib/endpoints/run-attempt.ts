import { AnswerSink } from '#lib/endpoints/answer-sink.ts';
import type { AskObserver } from '#lib/endpoints/ask.ts';
import { AskFailure } from '#lib/endpoints/ask-error.ts';
import type { WireRequest } from '#lib/endpoints/build-request.ts';
import { Deadlines } from '#lib/endpoints/deadlines.ts';
import type { AllTimeouts } from '#lib/endpoints/default-timeouts.ts';
import { type Guard, maxBodyBytes } from '#lib/endpoints/guarded-agent.ts';
import { guardedStream } from '#lib/endpoints/guarded-stream.ts';
import { judgeAnswer } from '#lib/endpoints/judge-answer.ts';
import { toNetworkFailure } from '#lib/endpoints/network-failure.ts';
import { readRetryAfter, withRetryAfter } from '#lib/endpoints/retry-after.ts';
import { AnswerReader } from '#lib/endpoints/wire/answer-reader.ts';
import { EventParser } from '#lib/endpoints/wire/event-parser.ts';
import { describeBody } from '#lib/endpoints/wire/server-error.ts';

const maxErrorBytes = 262_144;
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

type ErrorResponse = { status: number; headers: Record<string, unknown>; statusText: string };

function refusalOf({ status, headers, statusText }: ErrorResponse, body: string): AskFailure {
  const message = `HTTP ${status}: ${describeBody(body).trim() || statusText || 'no reason given'}`;
  if (status === 429 || status >= 500) {
    const retryAfterMs = readRetryAfter(headers, Date.now());
    const code = status === 429 ? 'rate-limited' : 'server-error';
    return new AskFailure(code, withRetryAfter(message, retryAfterMs), { isRetryable: true, retryAfterMs });
  }
  if (status === 401 || status === 403) return new AskFailure('access-denied', message);
  return new AskFailure(status === 404 ? 'not-found' : 'request-refused', message);
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
  readonly #decoder = new TextDecoder();
  #bytes = 0;
  #refused: ErrorResponse | null = null;
  #refusedBody = '';
  #onOver: () => void = () => {};

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
    const brokenBefore = this.reader.broken;
    if (!this.#refused) this.#parser.end();
    // Half a line after the finish (a cut [DONE]) takes nothing away from the answer.
    if (this.reader.finish !== null) this.reader.broken = brokenBefore;
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

  /** Resolves when the answer is over, which may be before its connection is. */
  #exchange(): Promise<void> {
    const { request, guard, timeouts } = this.#options;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#onOver = resolve;
    this.#deadlines.start('headers');
    const { url, headers } = request;
    const { signal } = this.#controller;
    const call = { url, headers, body: JSON.stringify(request.body), signal };
    guardedStream(call, { ...guard, connectMs: timeouts.connectMs }, this)
      .finally(() => clearTimeout(this.#drainTimer))
      .then(() => this.#atEnd())
      .then(resolve, reject);
    return promise;
  }

  onHeaders(status: number, headers: ErrorResponse['headers'], statusText: string): void {
    this.#hasHeaders = true;
    if (status < 200 || status > 299) this.#refused = { status, headers, statusText };
    this.#deadlines.start('firstText', performance.now() - this.startedAt);
  }

  onData(chunk: Uint8Array): void {
    if (this.reader.isDone) return;
    this.#bytes += chunk.byteLength;
    const text = this.#decoder.decode(chunk, { stream: true });
    if (this.#refused) {
      if (this.#bytes <= maxErrorBytes) this.#refusedBody += text;
      return;
    }
    if (this.#bytes > maxBodyBytes) {
      this.expired = new AskFailure('too-large', `The answer is larger than ${maxBodyBytes} bytes`);
      this.#controller.abort();
      return;
    }
    this.#parser.push(text);
    if (this.sink.isCut) this.#controller.abort();
    else if (this.reader.isDone) this.#drain();
    else this.#touch();
  }

  #atEnd(): void {
    if (this.#refused) throw refusalOf(this.#refused, this.#refusedBody);
    this.#parser.push(this.#decoder.decode());
  }

  /** The answer is over. Its connection is left usable if the server ends at once, and closed otherwise. */
  #drain(): void {
    this.#onOver();
    this.#drainTimer ??= setTimeout(() => this.#controller.abort(), drainMs).unref();
  }

  #drainTimer: NodeJS.Timeout | undefined;

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
