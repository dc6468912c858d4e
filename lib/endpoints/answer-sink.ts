import type { AskObserver } from '#lib/endpoints/ask.ts';
import { StopCutter } from '#lib/endpoints/wire/stop-cutter.ts';
import { TextJoiner } from '#lib/endpoints/wire/text-joiner.ts';
import { ThinkSplitter } from '#lib/endpoints/wire/think-splitter.ts';

/** From a server's deltas to the observer's: cleaned, thinking taken out, cut at stop strings; with their times. */
export class AnswerSink {
  firstTokenAt: number | null = null;
  firstTextAt: number | null = null;
  lastTokenAt = 0;
  text = '';
  reasoning = '';
  readonly #observer: AskObserver;
  readonly #textJoiner = new TextJoiner();
  readonly #reasoningJoiner = new TextJoiner();
  readonly #splitter: ThinkSplitter;
  readonly #cutter: StopCutter;

  constructor(observer: AskObserver, stops: readonly string[]) {
    this.#observer = observer;
    this.#cutter = new StopCutter(stops);
    this.#splitter = new ThinkSplitter({
      text: (delta) => this.#sendText(this.#cutter.push(delta)),
      reasoning: (delta) => this.#sendReasoning(delta),
    });
  }

  get hasToken(): boolean {
    return this.firstTokenAt !== null;
  }

  /** A stop string ended the answer: what follows is not part of it. */
  get isCut(): boolean {
    return this.#cutter.isCut;
  }

  onText(delta: string): void {
    this.#splitter.push(this.#textJoiner.push(delta));
  }

  onReasoning(delta: string): void {
    this.#sendReasoning(this.#reasoningJoiner.push(delta));
  }

  /** Sends what was held back. */
  end(): void {
    this.#splitter.push(this.#textJoiner.end());
    this.#splitter.end();
    this.#sendText(this.#cutter.end());
    this.#sendReasoning(this.#reasoningJoiner.end());
  }

  #sendText(delta: string): void {
    if (delta === '') return;
    this.lastTokenAt = performance.now();
    this.firstTokenAt ??= this.lastTokenAt;
    this.firstTextAt ??= this.lastTokenAt;
    this.text += delta;
    this.#observer.onText(delta);
  }

  #sendReasoning(delta: string): void {
    if (delta === '') return;
    this.lastTokenAt = performance.now();
    this.firstTokenAt ??= this.lastTokenAt;
    this.reasoning += delta;
    this.#observer.onReasoning(delta);
  }
}
