/** Ends every passage, and stands before its first word. */
export const boundary = '\u0000';

type Continuations = { total: number; counts: Map<string, number> };

/** Below it nothing but the most frequent has a chance, and 1 / temperature would leave the range of numbers. */
const coldest = 0.01;

/** Counts which token followed which one and which two, as Shannon (1948) did with a book open on the table. */
export class NGramModel {
  readonly #contexts = new Map<string, Continuations>();

  constructor(passages: readonly (readonly string[])[]) {
    for (const passage of passages) {
      const tokens = [boundary, boundary, ...passage, boundary];
      for (let index = 2; index < tokens.length; index += 1) {
        const [first = '', second = '', next = ''] = tokens.slice(index - 2, index + 1);
        this.#count([first, second], next);
        this.#count([second], next);
        this.#count([], next);
      }
    }
  }

  #count(context: readonly string[], next: string): void {
    const key = contextKey(context);
    const entry = this.#contexts.get(key) ?? { total: 0, counts: new Map<string, number>() };
    entry.total += 1;
    entry.counts.set(next, (entry.counts.get(next) ?? 0) + 1);
    this.#contexts.set(key, entry);
  }

  knows(token: string): boolean {
    return this.#contexts.has(contextKey([token]));
  }

  /**
   * Draws the next token after the last two. Between the longer and the shorter context it chooses with the weight
   * of Witten and Bell (IEEE Transactions on Information Theory 37(4), 1991): the more different tokens have followed
   * a context, the less it is trusted. A `temperature` of 0 always takes the most frequent.
   */
  next(context: readonly string[], temperature: number, random: () => number): string {
    const long = this.#contexts.get(contextKey(context.slice(-2)));
    const short = this.#contexts.get(contextKey(context.slice(-1)));
    if (long && temperature < coldest) return draw(long, temperature, random);
    if (long && random() < long.total / (long.total + long.counts.size))
      return draw(long, temperature, random);
    const known = short ?? this.#contexts.get(contextKey([]));
    return known ? draw(known, temperature, random) : boundary;
  }
}

const contextKey = (context: readonly string[]) => context.join('\u0001').toLowerCase();

function draw({ counts }: Continuations, temperature: number, random: () => number): string {
  const most = Math.max(...counts.values());
  const weighted = [...counts].map(([token, count]) => {
    const weight = temperature < coldest ? Number(count === most) : (count / most) ** (1 / temperature);
    return { token, weight };
  });
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  let left = temperature < coldest ? 0 : random() * total;
  const chosen = weighted.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  return chosen?.token ?? boundary;
}
