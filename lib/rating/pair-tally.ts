import type { BattleVotes } from '#lib/rating/battle-row.ts';
import { type PairCount, pairOutcomes } from '#lib/rating/pair-counts.ts';

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
    return [...this.#sums].flatMap(([a, byB]) =>
      [...byB].map(([b, sums]) => ({ a, b, ...named(sums, 0), squares: named(sums, 4) })),
    );
  }
}

const named = (sums: Float64Array, offset: number) => ({
  winsA: sums[offset] ?? 0,
  winsB: sums[offset + 1] ?? 0,
  ties: sums[offset + 2] ?? 0,
  bothBad: sums[offset + 3] ?? 0,
});
