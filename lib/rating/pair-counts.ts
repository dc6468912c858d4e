/** What a judgement says of lane a against lane b. */
export type PairOutcome = 'winsA' | 'winsB' | 'ties' | 'bothBad';
export const pairOutcomes = ['winsA', 'winsB', 'ties', 'bothBad'] as const satisfies readonly PairOutcome[];

/** Summed weights of the judgements of one pair. A plain two-lane vote weighs 1. */
export type OutcomeWeights = Record<PairOutcome, number>;

export type PairCount = OutcomeWeights & {
  a: string;
  b: string;
  /** Who judged. Present on every row, or on none. */
  rater?: string;
};

/**
 * Ballots weigh 2/K per pair, K from 2 to 8: all sums are multiples of 1/420, so snapping to that grid removes the
 * traces of the order of addition.
 */
const GRID = 420;

type Sum = OutcomeWeights & { a: string; b: string; rater: string | undefined };

/**
 * The one canonical form of a set of counts: each unordered pair (per rater) once, a < b by code unit, in one fixed
 * order, pairs of a model with itself and empty pairs left out. Equal sets of votes give equal results, bit for bit.
 * @throws RangeError when a weight is negative or not finite.
 */
export function mergePairCounts(counts: Iterable<PairCount>): PairCount[] {
  const merged = new Map<string, Sum>();
  for (const count of counts) {
    if (count.a === count.b) continue;
    checkWeights(count);
    const swap = count.a > count.b;
    const a = swap ? count.b : count.a;
    const b = swap ? count.a : count.b;
    // The lengths keep names that run into each other apart.
    const key = `${a.length} ${b.length} ${a}${b}${count.rater ?? ''}`;
    let sum = merged.get(key);
    if (sum === undefined) {
      sum = { a, b, rater: count.rater, winsA: 0, winsB: 0, ties: 0, bothBad: 0 };
      merged.set(key, sum);
    }
    sum.winsA += swap ? count.winsB : count.winsA;
    sum.winsB += swap ? count.winsA : count.winsB;
    sum.ties += count.ties;
    sum.bothBad += count.bothBad;
  }
  const sorted: PairCount[] = [];
  for (const key of [...merged.keys()].sort()) {
    const sum = merged.get(key);
    if (sum && sum.winsA + sum.winsB + sum.ties + sum.bothBad > 0) sorted.push(snapped(sum));
  }
  return sorted;
}

function checkWeights(count: PairCount): void {
  for (const outcome of pairOutcomes) {
    if (count[outcome] >= 0 && count[outcome] < Number.POSITIVE_INFINITY) continue;
    throw new RangeError(`${count.a} / ${count.b}: ${outcome} must be a finite number of at least 0`);
  }
}

const snap = (weight: number) => Math.round(weight * GRID) / GRID;

function snapped({ a, b, rater, winsA, winsB, ties, bothBad }: Sum): PairCount {
  const weights = { winsA: snap(winsA), winsB: snap(winsB), ties: snap(ties), bothBad: snap(bothBad) };
  return rater === undefined ? { a, b, ...weights } : { a, b, ...weights, rater };
}

/** Four numbers in the order of `pairOutcomes`, by name. */
export const outcomeWeights = ([
  winsA = 0,
  winsB = 0,
  ties = 0,
  bothBad = 0,
]: Float64Array): OutcomeWeights => ({
  winsA,
  winsB,
  ties,
  bothBad,
});
