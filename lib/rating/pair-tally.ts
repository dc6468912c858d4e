import type { BattleVotes } from '#lib/rating/battle-row.ts';
import { outcomeWeights, type PairCount, pairOutcomes } from '#lib/rating/pair-counts.ts';

/** Adds up votes as they come; its size grows with the pairs, not with the votes. */
export class PairTally {
  readonly #sums = new Map<string, Map<string, Float64Array>>();
  readonly #models = new Set<string>();

  add({ a, b, outcome, weight }: BattleVotes): void {
    let byB = this.#sums.get(a);
    if (byB === undefined) {
      byB = new Map();
      this.#sums.set(a, byB);
    }
    let sums = byB.get(b);
    if (sums === undefined) {
      sums = new Float64Array(pairOutcomes.length);
      byB.set(b, sums);
      this.#models.add(a).add(b);
    }
    const index = pairOutcomes.indexOf(outcome);
    sums[index] = (sums[index] ?? 0) + weight;
  }

  get models(): number {
    return this.#models.size;
  }

  counts(): PairCount[] {
    const counts: PairCount[] = [];
    for (const [a, byB] of this.#sums) {
      for (const [b, sums] of byB) {
        counts.push({ a, b, ...outcomeWeights(sums) });
      }
    }
    return counts;
  }
}
