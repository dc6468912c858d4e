import { mergePairCounts, type PairCount } from '#lib/rating/pair-counts.ts';
import type { Random } from '#lib/rating/random.ts';

/** How likely two models are to meet next; weights sum to 1. */
export type PairWeight = { a: string; b: string; weight: number };

export type SamplingOptions = {
  /** How often a model is wanted, 1 by default; 0 takes it out. A pair gets the product. */
  modelWeights?: Readonly<Record<string, number>>;
  /** A model with fewer votes than this is new (default 30). */
  newBelow?: number;
};

/** Half of the draws are uniform over all pairs, half go where a vote tells most. */
const UNIFORM_PART = 0.5;
/** A pair with a new model is drawn at least this many times as often as the mean pair. */
const NEW_FLOOR = 2;

/**
 * Probabilities of the next pair: uniform over pairs with a bonus proportional to sqrt(v/n) - sqrt(v/(n+1)), the fall
 * of the standard error that one vote more brings (Chiang et al. 2024, section 5). v: variance of the outcome (1,
 * 0.5, 0) and n: votes of the pair, with one win and one loss added to each pair, so that both are defined from the
 * first vote on.
 * @param models those that can be asked now; counts of others are ignored.
 */
export function pairWeights(
  models: readonly string[],
  counts: Iterable<PairCount>,
  options: SamplingOptions = {},
): PairWeight[] {
  const { modelWeights = {}, newBelow = 30 } = options;
  const pairs = models.flatMap((a, index) => models.slice(index + 1).map((b) => ({ a, b })));
  const { votes, information } = summarise(counts);
  const isNew = (model: string) => (votes.get(model) ?? 0) < newBelow;
  const bonuses = pairs.map(({ a, b }) => information.get(pairKey(a, b)) ?? informationOf(0, 0, 0));
  const bonusSum = bonuses.reduce((sum, bonus) => sum + bonus, 0);
  const raw = pairs.map(({ a, b }, index) => {
    const share = UNIFORM_PART + (1 - UNIFORM_PART) * ((bonuses[index] ?? 0) / bonusSum) * pairs.length;
    const floored = isNew(a) || isNew(b) ? Math.max(share, NEW_FLOOR) : share;
    return floored * (modelWeights[a] ?? 1) * (modelWeights[b] ?? 1);
  });
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return pairs.map((pair, index) => ({ ...pair, weight: sum === 0 ? 0 : (raw[index] ?? 0) / sum }));
}

const pairKey = (a: string, b: string) => JSON.stringify(a < b ? [a, b] : [b, a]);

function summarise(counts: Iterable<PairCount>) {
  const votes = new Map<string, number>();
  const information = new Map<string, number>();
  const perPair = mergePairCounts(Array.from(counts, ({ rater: _, ...count }) => count));
  for (const { a, b, winsA, winsB, ties, bothBad } of perPair) {
    const level = ties + bothBad;
    const sum = winsA + winsB + level;
    votes.set(a, (votes.get(a) ?? 0) + sum);
    votes.set(b, (votes.get(b) ?? 0) + sum);
    information.set(pairKey(a, b), informationOf(winsA, winsB, level));
  }
  return { votes, information };
}

function informationOf(winsA: number, winsB: number, level: number): number {
  const n = winsA + winsB + level + 2;
  const mean = (winsA + 1 + level / 2) / n;
  const variance = (winsA + 1 + level / 4) / n - mean * mean;
  return Math.sqrt(variance / n) - Math.sqrt(variance / (n + 1));
}

/**
 * Draws lanes for a battle: the first two by the weights, each further one by its summed weight with those drawn;
 * then their order by chance, so that sides tell nothing.
 * @returns fewer than `count` models when no more can be drawn.
 */
export function drawLanes(weights: readonly PairWeight[], count: number, random: Random): string[] {
  const first = pick(
    weights.map((pair) => ({ value: pair, weight: pair.weight })),
    random,
  );
  if (first === undefined) return [];
  const drawn = [first.a, first.b];
  while (drawn.length < count) {
    const next = drawNext(weights, drawn, random);
    if (next === undefined) break;
    drawn.push(next);
  }
  return shuffled(drawn, random);
}

/** One model more for those drawn, by its summed weight with them. */
export function drawNext(
  weights: readonly PairWeight[],
  drawn: readonly string[],
  random: Random,
): string | undefined {
  const candidates = new Map<string, number>();
  for (const { a, b, weight } of weights) {
    if (drawn.includes(a) === drawn.includes(b)) continue;
    const other = drawn.includes(a) ? b : a;
    candidates.set(other, (candidates.get(other) ?? 0) + weight);
  }
  return pick(
    Array.from(candidates, ([value, weight]) => ({ value, weight })),
    random,
  );
}

function pick<Value>(
  options: readonly { value: Value; weight: number }[],
  random: Random,
): Value | undefined {
  const possible = options.filter(({ weight }) => weight > 0);
  let left = random() * possible.reduce((sum, { weight }) => sum + weight, 0);
  for (const { value, weight } of possible) {
    left -= weight;
    if (left < 0) return value;
  }
  return possible.at(-1)?.value;
}

/** Fisher-Yates. */
function shuffled<Value>(values: readonly Value[], random: Random): Value[] {
  const left = [...values];
  return values.flatMap(() => left.splice(Math.floor(random() * left.length), 1));
}
