import type { BattleVotes } from '#lib/rating/battle-row.ts';
import { outcomeWeights, type PairCount, pairOutcomes } from '#lib/rating/pair-counts.ts';

/** Adds up votes as they come; its size grows with the pairs, not with the votes. */
export class PairTally {
  readonly #sums = new Map<string, Map<string, Float64Array>>();
  readonly #models = new Set<string>();

  add({ a, b, outcome, weight, square }: BattleVotes): void {
    let byB = this.#sums.get(a);
    if (byB === undefined) {
      byB = new Map();
      this.#sums.set(a, byB);
    }
    let sums = byB.get(b);
    if (sums === undefined) {
      sums = new Float64Array(2 * pairOutcomes.length);
      byB.set(b, sums);
      this.#models.add(a).add(b);
    }
    const index = pairOutcomes.indexOf(outcome);
    sums[index] = (sums[index] ?? 0) + weight;
    sums[index + 4] = (sums[index + 4] ?? 0) + square;
  }

  get models(): number {
    return this.#models.size;
  }

  counts(): PairCount[] {
    const counts: PairCount[] = [];
    for (const [a, byB] of this.#sums) {
      for (const [b, sums] of byB) {
        const isPlain = pairOutcomes.every((_, index) => sums[index] === sums[index + 4]);
        const count = { a, b, ...outcomeWeights(sums, 0) };
        counts.push(isPlain ? count : { ...count, squares: outcomeWeights(sums, 4) });
      }
    }
    return counts;
  }
}
