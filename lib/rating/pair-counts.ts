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
export const WEIGHT_PARTS = 420;

type Sum = OutcomeWeights & { a: string; b: string; rater: string | undefined };

/**
 * The one canonical form of a set of counts: each unordered pair (per rater) once, a < b by code unit, in one fixed
 * order, pairs of a model with itself and empty pairs left out. Equal sets of votes give equal results, bit for bit.
 * @throws RangeError when a weight is negative or not finite.
 */
export function mergePairCounts(counts: Iterable<PairCount>): PairCount[] {
  const given = [...counts].filter(({ a, b }) => a !== b);
  const models = ranksOf(given.flatMap(({ a, b }) => [a, b]));
  const raters = ranksOf(given.map(({ rater = '' }) => rater));
  const rankIn = (ranks: ReadonlyMap<string, number>, name: string) => ranks.get(name) ?? 0;
  const merged = new Map<number, Sum>();
  for (const count of given) {
    checkWeights(count);
    const swap = count.a > count.b;
    const a = swap ? count.b : count.a;
    const b = swap ? count.a : count.b;
    // Numbers that stand in the order of (a, b, rater).
    const pair = rankIn(models, a) * models.size + rankIn(models, b);
    const key = pair * raters.size + rankIn(raters, count.rater ?? '');
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
  for (const key of Float64Array.from(merged.keys()).sort()) {
    const sum = merged.get(key);
    if (sum && sum.winsA + sum.winsB + sum.ties + sum.bothBad > 0) sorted.push(snapped(sum));
  }
  return sorted;
}

/** Each name's place among all of them, by code unit. */
function ranksOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(names)].sort().map((name, rank) => [name, rank]));
}

function checkWeights(count: PairCount): void {
  for (const outcome of pairOutcomes) {
    if (count[outcome] >= 0 && count[outcome] < Number.POSITIVE_INFINITY) continue;
    throw new RangeError(`${count.a} / ${count.b}: ${outcome} must be a finite number of at least 0`);
  }
}

/** The weight without the traces of how it was added up. */
export const snapWeight = (weight: number) => Math.round(weight * WEIGHT_PARTS) / WEIGHT_PARTS;

function snapped({ a, b, rater, winsA, winsB, ties, bothBad }: Sum): PairCount {
  const weights = {
    winsA: snapWeight(winsA),
    winsB: snapWeight(winsB),
    ties: snapWeight(ties),
    bothBad: snapWeight(bothBad),
  };
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
