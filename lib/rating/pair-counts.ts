/** What a judgement says of lane a against lane b. */
export type PairOutcome = 'winsA' | 'winsB' | 'ties' | 'bothBad';
export const pairOutcomes = ['winsA', 'winsB', 'ties', 'bothBad'] as const satisfies readonly PairOutcome[];

/** Summed weights of the judgements of one pair. A plain two-lane vote weighs 1. */
export type OutcomeWeights = Record<PairOutcome, number>;

export type PairCount = OutcomeWeights & {
  a: string;
  b: string;
  /** Summed squares of the same weights; absent when every vote weighed 1 (then they equal the weights). */
  squares?: OutcomeWeights;
  /** Who judged. Present on every row, or on none. */
  rater?: string;
};

/**
 * Ballots weigh 2/K per pair, K from 2 to 8: all sums are multiples of 1/420 (squares of 1/420²), so
 * snapping to that grid removes the traces of the order of addition.
 */
const GRID = 420;

/** Where each outcome goes when a and b change places. */
const mirrored: Record<PairOutcome, PairOutcome> = {
  winsA: 'winsB',
  winsB: 'winsA',
  ties: 'ties',
  bothBad: 'bothBad',
};

type Sum = { a: string; b: string; rater: string | undefined; sums: Float64Array };

/**
 * The one canonical form of a set of counts: each unordered pair (per rater) once, a < b by code unit, in one fixed
 * order, pairs of a model with itself and empty pairs left out. Equal sets of votes give equal results, bit for bit.
 * @throws RangeError when a weight is negative or not finite.
 */
export function mergePairCounts(counts: Iterable<PairCount>): PairCount[] {
  const merged = new Map<string, Sum>();
  for (const count of counts) {
    if (count.a === count.b) continue;
    const swap = count.a > count.b;
    const a = swap ? count.b : count.a;
    const b = swap ? count.a : count.b;
    // The lengths keep names that run into each other apart.
    const key = `${a.length} ${b.length} ${a}${b}${count.rater ?? ''}`;
    let sum = merged.get(key);
    if (sum === undefined) {
      sum = { a, b, rater: count.rater, sums: new Float64Array(2 * pairOutcomes.length) };
      merged.set(key, sum);
    }
    for (const [index, outcome] of pairOutcomes.entries()) {
      const from = swap ? mirrored[outcome] : outcome;
      const weight = count[from];
      const square = (count.squares ?? count)[from];
      if (!(weight >= 0 && square >= 0 && Number.isFinite(weight + square))) {
        throw new RangeError(`${count.a} / ${count.b}: ${from} must be a finite number of at least 0`);
      }
      sum.sums[index] = (sum.sums[index] ?? 0) + weight;
      sum.sums[index + 4] = (sum.sums[index + 4] ?? 0) + square;
    }
  }
  const sorted: PairCount[] = [];
  for (const key of [...merged.keys()].sort()) {
    const sum = merged.get(key);
    if (sum?.sums.some((weight) => weight > 0)) sorted.push(snapped(sum));
  }
  return sorted;
}

function snapped({ a, b, rater, sums }: Sum): PairCount {
  const weights = sums.map((sum, index) => {
    const grid = index < 4 ? GRID : GRID ** 2;
    return Math.round(sum * grid) / grid;
  });
  const isPlain = pairOutcomes.every((_, index) => weights[index] === weights[index + 4]);
  return {
    a,
    b,
    ...outcomeWeights(weights, 0),
    ...(!isPlain && { squares: outcomeWeights(weights, 4) }),
    ...(rater !== undefined && { rater }),
  };
}

/** Four numbers in the order of `pairOutcomes`, by name. */
export const outcomeWeights = (numbers: Float64Array, from: number): OutcomeWeights => ({
  winsA: numbers[from] ?? 0,
  winsB: numbers[from + 1] ?? 0,
  ties: numbers[from + 2] ?? 0,
  bothBad: numbers[from + 3] ?? 0,
});
