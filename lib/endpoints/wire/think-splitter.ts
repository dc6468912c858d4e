import type { AnswerSink } from '#lib/endpoints/wire/answer-reader.ts';
import { heldSuffixLength } from '#lib/endpoints/wire/held-suffix.ts';

const tags = [
  { open: '<think>', close: '</think>' },
  { open: '<thinking>', close: '</thinking>' },
  { open: '<thought>', close: '</thought>' },
];
const opens = tags.map((tag) => tag.open);

/**
 * Takes thinking in tags out of the text, however the tags are split between deltas. Only where an answer begins
 * (again after a block): a tag further on is part of what the model says. The white space around a block goes
 * with its tags.
 */
export class ThinkSplitter {
  readonly #sink: AnswerSink;
  #state: 'start' | 'thinking' | 'text' = 'start';
  #close = '';
  #held = '';
  #hasBlock = false;

  constructor(sink: AnswerSink) {
    this.#sink = sink;
  }

  push(delta: string): void {
    if (this.#state === 'text') {
      this.#sink.text(delta);
      return;
    }
    this.#held += delta;
    while (this.#held !== '' && this.#step()) {}
  }

  end(): void {
    const rest = this.#held;
    this.#held = '';
    if (rest === '') return;
    if (this.#state === 'thinking') this.#sink.reasoning(rest);
    else if (!this.#hasBlock || rest.trim() !== '') this.#sink.text(rest);
  }

  /** Handles the front of what is held; false when more must arrive first. */
  #step(): boolean {
    return this.#state === 'thinking' ? this.#stepThinking() : this.#stepStart();
  }

  #stepThinking(): boolean {
    const at = this.#held.indexOf(this.#close);
    if (at < 0) {
      const keep = heldSuffixLength(this.#held, [this.#close]);
      const ready = this.#held.slice(0, this.#held.length - keep);
      this.#held = this.#held.slice(ready.length);
      if (ready !== '') this.#sink.reasoning(ready);
      return false;
    }
    if (at > 0) this.#sink.reasoning(this.#held.slice(0, at));
    this.#held = this.#held.slice(at + this.#close.length);
    this.#state = 'start';
    this.#hasBlock = true;
    return true;
  }

  #stepStart(): boolean {
    const text = this.#held.trimStart();
    const tag = tags.find(({ open }) => text.startsWith(open));
    if (tag) {
      this.#held = text.slice(tag.open.length);
      this.#close = tag.close;
      this.#state = 'thinking';
      return true;
    }
    if (text === '' || opens.some((open) => open.startsWith(text))) return false;
    this.#state = 'text';
    this.#sink.text(this.#hasBlock ? text : this.#held);
    this.#held = '';
    return false;
  }
}
