import { describe, expect, test } from 'vitest';
import { drawMultinomial } from '#lib/rating/binomial-draw.ts';
import { fitBoard } from '#lib/rating/board-fit.ts';
import { sigma } from '#lib/rating/bradley-terry.ts';
import { davidsonProbabilities } from '#lib/rating/davidson.ts';
import { strengthDifference } from '#lib/rating/difference.ts';
import { twoSidedQuantile } from '#lib/rating/normal.ts';
import { observationsFromCounts } from '#lib/rating/observations.ts';
import { mergePairCounts, type PairCount } from '#lib/rating/pair-counts.ts';
import { type Random, seededRandom } from '#lib/rating/random.ts';
import { sandwichCovariance } from '#lib/rating/sandwich.ts';
import type { TiePolicy } from '#lib/rating/tie-policy.ts';

const truth = [-0.8, -0.4, -0.1, 0.2, 0.4, 0.7];

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

/** What a fit converges to with ever more votes: its own answer to the exact probabilities. */
function limitOf(policy: TiePolicy, nu: number): number[] {
  const scale = 1e9;
  const counts = truth.flatMap((one, a) =>
    truth.slice(a + 1).map((other, place) => {
      const { win, tie, loss } = davidsonProbabilities(one - other, nu);
      const sums = { winsA: scale * win, winsB: scale * loss, ties: scale * tie, bothBad: 0 };
      return { a: String(a), b: String(a + 1 + place), ...sums };
    }),
  );
  const { board } = fitBoard(observationsFromCounts(counts, policy), {
    ...{ ties: policy, interval: 'none', confidence: 0.95 },
  });
  return Array.from(board?.fit.parameters.subarray(0, truth.length) ?? []);
}

/** Share of 95 % intervals, of strengths and of differences, that hold the true value; over many worlds. */
function coverage(policy: TiePolicy, votes: number, nu: number, worlds: number) {
  const random = seededRandom(20_240_814);
  const limit = limitOf(policy, nu);
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
    for (const [model, theta] of limit.entries()) {
      const [lower = 0, upper = 0] = board.intervals[model] ?? [];
      intervals += 1;
      if (lower <= theta && theta <= upper) holding += 1;
      const next = (model + 1) % truth.length;
      const { value, standardError } = strengthDifference(strengths, model, next);
      differences += 1;
      if (Math.abs(value - (theta - (limit[next] ?? 0))) <= z * standardError) holdingDifferences += 1;
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
    ['half', 300, 0.6],
    ['half', 1000, 0.6],
  ] as const)('%s, %i votes, nu %f', (policy, votes, nu) => {
    const { share, ofDifferences } = coverage(policy, votes, nu, 1500);
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.97);
    expect(ofDifferences).toBeGreaterThan(0.93);
    expect(ofDifferences).toBeLessThan(0.97);
  });
});

test('votes of one rater that repeat each other: by-rater intervals hold, independent ones do not', () => {
  const random = seededRandom(5);
  const z = twoSidedQuantile(0.95);
  const held = { clustered: 0, independent: 0, all: 0 };
  for (let world = 0; world < 400; world++) {
    const counts = Array.from({ length: 120 }, (_, rater): PairCount => {
      const a = rater % 3;
      const b = (a + 1) % 3;
      const hasWon = random() < sigma((truth[a] ?? 0) - (truth[b] ?? 0));
      const sums = { winsA: hasWon ? 8 : 0, winsB: hasWon ? 0 : 8, ties: 0, bothBad: 0 };
      return { a: String(a), b: String(b), ...sums, rater: String(rater) };
    });
    const { board } = fitBoard(observationsFromCounts(mergePairCounts(counts), 'drop'), {
      ...{ ties: 'drop', interval: 'sandwich', confidence: 0.95 },
    });
    expect(board?.method).toBe('sandwich-by-rater');
    if (!board?.covariance) continue;
    for (const kind of ['clustered', 'independent'] as const) {
      const covariance =
        kind === 'clustered' ? board.covariance : sandwichCovariance(board.fit, { cluster: false });
      const { value, standardError } = strengthDifference(
        { theta: board.fit.parameters, covariance, size: 3 },
        0,
        1,
      );
      if (Math.abs(value - ((truth[0] ?? 0) - (truth[1] ?? 0))) <= z * standardError) held[kind] += 1;
    }
    held.all += 1;
  }
  expect(held.clustered / held.all).toBeGreaterThan(0.92);
  expect(held.clustered / held.all).toBeLessThan(0.98);
  expect(held.independent / held.all).toBeLessThan(0.65);
});
