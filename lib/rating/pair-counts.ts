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

const mirrored: Record<PairOutcome, PairOutcome> = {
  winsA: 'winsB',
  winsB: 'winsA',
  ties: 'ties',
  bothBad: 'bothBad',
};

const noWeights = (): OutcomeWeights => ({ winsA: 0, winsB: 0, ties: 0, bothBad: 0 });

/**
 * The one canonical form of a set of counts: each unordered pair (per rater) once, a < b by code unit, sorted,
 * pairs of a model with itself and empty pairs left out. Equal sets of votes give equal results, bit for bit.
 * @throws RangeError when a weight is negative or not finite.
 */
export function mergePairCounts(counts: Iterable<PairCount>): PairCount[] {
  const merged = new Map<string, PairCount & { squares: OutcomeWeights }>();
  for (const count of counts) {
    if (count.a === count.b) continue;
    const swap = count.a > count.b;
    const [a, b] = swap ? [count.b, count.a] : [count.a, count.b];
    const key = JSON.stringify([a, b, count.rater]);
    let sum = merged.get(key);
    if (sum === undefined) {
      sum = { a, b, ...noWeights(), squares: noWeights() };
      if (count.rater !== undefined) sum.rater = count.rater;
      merged.set(key, sum);
    }
    for (const outcome of pairOutcomes) {
      const weight = count[outcome];
      const square = count.squares?.[outcome] ?? weight;
      if (!(weight >= 0 && square >= 0 && Number.isFinite(weight + square))) {
        throw new RangeError(`${count.a} / ${count.b}: ${outcome} must be a finite number of at least 0`);
      }
      const into = swap ? mirrored[outcome] : outcome;
      sum[into] += weight;
      sum.squares[into] += square;
    }
  }
  return [...merged.values()].map(snap).filter(hasVotes).sort(byNames);
}

function snap(count: PairCount & { squares: OutcomeWeights }): PairCount {
  const snapped: PairCount = { ...count };
  const squares = noWeights();
  let isPlain = true;
  for (const outcome of pairOutcomes) {
    snapped[outcome] = Math.round(count[outcome] * GRID) / GRID;
    squares[outcome] = Math.round(count.squares[outcome] * GRID ** 2) / GRID ** 2;
    if (squares[outcome] !== snapped[outcome]) isPlain = false;
  }
  if (isPlain) delete snapped.squares;
  else snapped.squares = squares;
  return snapped;
}

const hasVotes = (count: PairCount) => pairOutcomes.some((outcome) => count[outcome] > 0);

function byNames(one: PairCount, other: PairCount): number {
  return compare(one.a, other.a) || compare(one.b, other.b) || compare(one.rater ?? '', other.rater ?? '');
}

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));
