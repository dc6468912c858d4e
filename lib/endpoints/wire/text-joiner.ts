import { cleanText } from '#lib/clean-text.ts';

function endsWithHighSurrogate(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff;
}

/** Cleans deltas (lib/clean-text.ts), joining a surrogate pair that the server split between two of them. */
export class TextJoiner {
  #held = '';

  /** The text that is ready; may be empty. */
  push(delta: string): string {
    if (delta === '') return '';
    let text = this.#held === '' ? delta : this.#held + delta;
    this.#held = '';
    if (text.includes('\u0000')) text = text.replaceAll('\u0000', '');
    if (endsWithHighSurrogate(text)) {
      this.#held = text.slice(-1);
      text = text.slice(0, -1);
    }
    return text.isWellFormed() ? text : cleanText(text);
  }

  /** What was held back: half a character is shown as U+FFFD. */
  end(): string {
    const rest = cleanText(this.#held);
    this.#held = '';
    return rest;
  }
}
