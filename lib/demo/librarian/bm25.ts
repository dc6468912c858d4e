/** Okapi BM25 (Robertson et al., TREC-3, 1994) with the always positive weight of later implementations. */

const saturation = 1.2;
const lengthWeight = 0.75;

/** Words in lower case, joined ones whole ("gpt-4"); Chinese by pairs of characters. */
export function searchTerms(text: string): string[] {
  const runs =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}+|[a-z0-9]+(?:[-.+][a-z0-9]+)*/gu) ?? [];
  return runs.flatMap((run) => (/\p{Script=Han}/u.test(run) ? pairs([...run]) : run));
}

/** A document is also found by the parts of its joined words: "gpt-4" by "gpt". */
function documentTerms(text: string): string[] {
  return searchTerms(text).flatMap((term) => {
    const parts = term.split(/[-.+]/);
    return parts.length > 1 ? [term, ...parts] : [term];
  });
}

function pairs(characters: readonly string[]): string[] {
  if (characters.length === 1) return [...characters];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

export class Bm25Index<Item> {
  readonly #documents: { item: Item; counts: Map<string, number>; length: number }[];
  readonly #documentCounts = new Map<string, number>();
  readonly #averageLength: number;

  constructor(documents: readonly { item: Item; text: string }[]) {
    this.#documents = documents.map(({ item, text }) => {
      const terms = documentTerms(text);
      const counts = new Map<string, number>();
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
      for (const term of counts.keys()) {
        this.#documentCounts.set(term, (this.#documentCounts.get(term) ?? 0) + 1);
      }
      return { item, counts, length: terms.length };
    });
    const total = this.#documents.reduce((sum, { length }) => sum + length, 0);
    this.#averageLength = total / Math.max(1, documents.length);
  }

  #weight(term: string): number {
    const containing = this.#documentCounts.get(term) ?? 0;
    return Math.log(1 + (this.#documents.length - containing + 0.5) / (containing + 0.5));
  }

  /**
   * Items with a score above 0, best first; equal scores keep the order in which they were given.
   * `matched` is the share of the query's different terms that the item has.
   */
  search(query: string): { item: Item; score: number; matched: number }[] {
    const terms = [...new Set(searchTerms(query))];
    return this.#documents
      .map(({ item, counts, length }) => {
        const norm = saturation * (1 - lengthWeight + (lengthWeight * length) / this.#averageLength);
        const present = terms.filter((term) => counts.has(term));
        const score = present.reduce((sum, term) => {
          const count = counts.get(term) ?? 0;
          return sum + (this.#weight(term) * count * (saturation + 1)) / (count + norm);
        }, 0);
        return { item, score, matched: present.length / terms.length };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
  }
}
