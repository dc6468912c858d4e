import { foldText } from '#lib/preferences/search/fold-text.ts';
import { eachGram, facetGram, gramLimit } from '#lib/preferences/search/grams.ts';
import { encodePlaces } from '#lib/preferences/search/postings.ts';

export type Posting = { gram: number; places: Buffer };

/** Collects which records of a segment have which gram. Add them in the order of their places, from 0 on. */
export class SegmentBuilder {
  /** The last record a gram was seen in, plus one: each counts once a record. */
  readonly #seen = new Uint32Array(gramLimit);
  readonly #counts = new Uint32Array(gramLimit);
  #grams = new Uint32Array(1 << 20);
  #places = new Uint16Array(1 << 20);
  #size = 0;
  #count = 0;
  readonly #facets = new Map<number, number[]>();

  get count(): number {
    return this.#count;
  }

  add(texts: readonly string[], facets: readonly (readonly [name: string, value: string])[]): void {
    const place = this.#count;
    this.#count += 1;
    for (const text of texts) eachGram(foldText(text), (gram) => this.#addGram(gram, place));
    for (const gram of new Set(facets.map(([name, value]) => facetGram(name, value)))) {
      const places = this.#facets.get(gram) ?? [];
      places.push(place);
      this.#facets.set(gram, places);
    }
  }

  #addGram(gram: number, place: number): void {
    if (this.#seen[gram] === place + 1) return;
    this.#seen[gram] = place + 1;
    if (this.#size === this.#grams.length) this.#grow();
    this.#grams[this.#size] = gram;
    this.#places[this.#size] = place;
    this.#size += 1;
    this.#counts[gram] = (this.#counts[gram] ?? 0) + 1;
  }

  #grow(): void {
    const grams = new Uint32Array(2 * this.#size);
    const places = new Uint16Array(2 * this.#size);
    grams.set(this.#grams);
    places.set(this.#places);
    this.#grams = grams;
    this.#places = places;
  }

  /** In ascending order of the grams. */
  *postings(): Generator<Posting> {
    for (const [gram, places] of [...this.#facets].toSorted(([a], [b]) => a - b)) {
      yield { gram, places: encodePlaces(Uint16Array.from(places)) };
    }
    const next = new Uint32Array(gramLimit);
    let sum = 0;
    for (let gram = 0; gram < gramLimit; gram += 1) {
      next[gram] = sum;
      sum += this.#counts[gram] ?? 0;
    }
    const sorted = new Uint16Array(this.#size);
    for (let index = 0; index < this.#size; index += 1) {
      const gram = this.#grams[index] ?? 0;
      const to = next[gram] ?? 0;
      sorted[to] = this.#places[index] ?? 0;
      next[gram] = to + 1;
    }
    for (let gram = 0; gram < gramLimit; gram += 1) {
      const count = this.#counts[gram] ?? 0;
      const end = next[gram] ?? 0;
      if (count > 0) yield { gram, places: encodePlaces(sorted.subarray(end - count, end)) };
    }
  }
}
