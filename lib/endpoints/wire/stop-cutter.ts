import { heldSuffixLength } from '#lib/endpoints/wire/held-suffix.ts';

/** Ends a text at the first stop string, which is not shown, also when it is split between deltas. */
export class StopCutter {
  readonly #stops: readonly string[];
  #held = '';
  isCut = false;

  constructor(stops: readonly string[]) {
    this.#stops = stops.filter((stop) => stop !== '');
  }

  /** The text that is ready; nothing follows once `isCut`. */
  push(delta: string): string {
    if (this.isCut) return '';
    if (this.#stops.length === 0) return delta;
    const text = this.#held + delta;
    this.#held = '';
    let at = -1;
    for (const stop of this.#stops) {
      const found = text.indexOf(stop);
      if (found >= 0 && (at < 0 || found < at)) at = found;
    }
    if (at >= 0) {
      this.isCut = true;
      return text.slice(0, at);
    }
    const keep = heldSuffixLength(text, this.#stops);
    this.#held = text.slice(text.length - keep);
    return text.slice(0, text.length - keep);
  }

  /** What was held back in vain. */
  end(): string {
    const rest = this.#held;
    this.#held = '';
    return rest;
  }
}
