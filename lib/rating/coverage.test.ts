import { describe, expect, test } from 'vitest';
import { drawMultinomial } from '#lib/rating/binomial-draw.ts';
import { fitBoard } from '#lib/rating/board-fit.ts';
import { davidsonProbabilities } from '#lib/rating/davidson.ts';
import { strengthDifference } from '#lib/rating/difference.ts';
import { twoSidedQuantile } from '#lib/rating/normal.ts';
import { observationsFromCounts } from '#lib/rating/observations.ts';
import { mergePairCounts, type PairCount } from '#lib/rating/pair-counts.ts';
import { type Random, seededRandom } from '#lib/rating/random.ts';
import type { TiePolicy } from '#lib/rating/tie-policy.ts';

const truth = [-0.8, -0.4, -0.1, 0.2, 0.4, 0.7];
const mean = truth.reduce((sum, theta) => sum + theta, 0) / truth.length;

/** Votes of a Davidson world, spread evenly over all pairs. */
function simulate(random: Random, votes: number, nu: number): PairCount[] {
  const pairs = truth.flatMap((_, a) => truth.slice(a + 1).map((_, place) => [a, a + 1 + place] as const));
  return pairs.map(([a, b]) => {
    const { win, tie, loss } = davidsonProbabilities((truth[a] ?? 0) - (truth[b] ?? 0), nu);
    const [winsA = 0, winsB = 0, ties = 0] = drawMultinomial(random, Math.round(votes / pairs.length), [
      win,
      loss,
      tie,
    ]);
    return { a: String(a), b: String(b), winsA, winsB, ties, bothBad: 0 };
  });
}

/** Share of 95 % intervals, of strengths and of differences, that hold the true value; over many worlds. */
function coverage(policy: TiePolicy, votes: number, nu: number, worlds: number) {
  const random = seededRandom(20_240_814);
  const z = twoSidedQuantile(0.95);
  let intervals = 0;
  let holding = 0;
  let differences = 0;
  let holdingDifferences = 0;
  for (let world = 0; world < worlds; world++) {
    const observations = observationsFromCounts(mergePairCounts(simulate(random, votes, nu)), policy);
    const { board } = fitBoard(observations, { ties: policy, interval: 'sandwich', confidence: 0.95 });
    if (!board?.intervals || !board.covariance || board.fit.observations.models.length < truth.length)
      continue;
    const strengths = {
      theta: board.fit.parameters,
      covariance: board.covariance,
      size: board.fit.parameters.length,
    };
    for (const [model, theta] of truth.entries()) {
      const [lower = 0, upper = 0] = board.intervals[model] ?? [];
      intervals += 1;
      if (lower <= theta - mean && theta - mean <= upper) holding += 1;
      const next = (model + 1) % truth.length;
      const { value, standardError } = strengthDifference(strengths, model, next);
      differences += 1;
      if (Math.abs(value - (theta - (truth[next] ?? 0))) <= z * standardError) holdingDifferences += 1;
    }
  }
  return { share: holding / intervals, ofDifferences: holdingDifferences / differences };
}

describe('95 % sandwich intervals hold the truth in 93 to 97 % of simulated worlds', () => {
  test.each([
    ['drop', 300, 0],
    ['drop', 1000, 0],
    ['davidson', 300, 0.6],
    ['davidson', 1000, 0.6],
    ['drop', 600, 0.6],
  ] as const)('%s, %i votes, nu %f', (policy, votes, nu) => {
    const { share, ofDifferences } = coverage(policy, votes, nu, 1500);
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.97);
    expect(ofDifferences).toBeGreaterThan(0.93);
    expect(ofDifferences).toBeLessThan(0.97);
  });
});
