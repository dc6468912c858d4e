import { describe, expect, test } from 'vitest';
import { ballotPairs } from '#lib/rating/ballot-pairs.ts';
import { drawMultinomial } from '#lib/rating/binomial-draw.ts';
import { fitBoard } from '#lib/rating/board-fit.ts';
import { sigma } from '#lib/rating/bradley-terry.ts';
import { strengthDifference } from '#lib/rating/difference.ts';
import { twoSidedQuantile } from '#lib/rating/normal.ts';
import { observationsFromCounts } from '#lib/rating/observations.ts';
import { mergePairCounts, type PairCount } from '#lib/rating/pair-counts.ts';
import { PairTally } from '#lib/rating/pair-tally.ts';
import { type Random, seededRandom } from '#lib/rating/random.ts';
import { sandwichCovariance } from '#lib/rating/sandwich.ts';
import { davidsonProbabilities } from '#lib/rating/tie-models.ts';
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

/** What a ballot over K lanes says: every lane a place of its own, near ones tied, or one best and the others level. */
type Verdict = 'strict' | 'ties' | 'best';

/** Ballots over K of the models drawn by chance, from rankings of a Plackett-Luce world. */
function simulateBallots(random: Random, ballots: number, lanes: number, verdict: Verdict): PairCount[] {
  const tally = new PairTally();
  for (let ballot = 0; ballot < ballots; ballot++) {
    const left = [...truth.entries()];
    const drawn = Array.from({ length: lanes }, () =>
      left.splice(Math.floor(random() * left.length), 1),
    ).flat();
    const liked = drawn
      .map(([model, theta]) => ({ id: String(model), appeal: theta - Math.log(-Math.log(random())) }))
      .sort((one, other) => other.appeal - one.appeal);
    const ranking: string[][] = [];
    for (const [place, { id, appeal }] of liked.entries()) {
      const isTied = verdict === 'best' ? place > 1 : (liked[place - 1]?.appeal ?? 0) - appeal < 0.5;
      const group = verdict !== 'strict' && place > 0 && isTied ? ranking.at(-1) : undefined;
      if (group) group.push(id);
      else ranking.push([id]);
    }
    const ids = liked.map(({ id }) => id);
    for (const pair of ballotPairs({ lanes: ids, ranking, allBad: false })) tally.add(pair);
  }
  return mergePairCounts(tally.counts());
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
function coverage(policy: TiePolicy, limit: readonly number[], draw: () => PairCount[], worlds: number) {
  const z = twoSidedQuantile(0.95);
  let intervals = 0;
  let holding = 0;
  let differences = 0;
  let holdingDifferences = 0;
  for (let world = 0; world < worlds; world++) {
    const observations = observationsFromCounts(draw(), policy);
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
    ['rao-kupper', 300, 0.6],
    ['drop', 600, 0.6],
    ['half', 300, 0.6],
    ['half', 1000, 0.6],
  ] as const)('%s, %i votes, nu %f', (policy, votes, nu) => {
    const random = seededRandom(20_240_814);
    const draw = () => mergePairCounts(simulate(random, votes, nu));
    const { share, ofDifferences } = coverage(policy, limitOf(policy, nu), draw, 1500);
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.97);
    expect(ofDifferences).toBeGreaterThan(0.93);
    expect(ofDifferences).toBeLessThan(0.97);
  });
});

describe('the pairs of one ballot are not as many independent votes', () => {
  test.each([
    [3, 'strict', 300],
    [3, 'best', 300],
    [3, 'ties', 300],
    [4, 'best', 300],
    [4, 'ties', 300],
    [4, 'best', 1000],
    // The widest there is in battles: as if it were K - 1 games, a full ranking tells a little more.
    [4, 'strict', 300],
  ] as const)('%i lanes, %s, %i ballots: the intervals hold', (lanes, verdict, ballots) => {
    const random = seededRandom(20_240_815);
    const many = simulateBallots(random, 60_000, lanes, verdict);
    const { board } = fitBoard(observationsFromCounts(many, 'half'), {
      ...{ ties: 'half', interval: 'none', confidence: 0.95 },
    });
    const limit = Array.from(board?.fit.parameters ?? []);
    const draw = () => simulateBallots(random, ballots, lanes, verdict);
    const { share, ofDifferences } = coverage('half', limit, draw, 400);
    for (const held of [share, ofDifferences]) {
      expect(held).toBeGreaterThan(0.93);
      expect(held).toBeLessThan(verdict === 'strict' ? 0.98 : 0.97);
    }
  });
});

describe('raters of different taste: by-rater intervals hold with few of them, and with more models than raters', () => {
  const models = 14;
  const evenly = (raters: number, votes: number) => Array.from({ length: raters }, () => votes);

  /** Every rater sees the models a little otherwise (standard deviation 0.5) and judges pairs drawn by chance. */
  function simulateRaters(random: Random, votesOf: readonly number[]): PairCount[] {
    const gauss = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return votesOf.flatMap((votes, rater) => {
      const own = Array.from({ length: models }, (_, model) => model / models + 0.5 * gauss());
      return Array.from({ length: votes }, (): PairCount => {
        const a = Math.floor(random() * models);
        const b = (a + 1 + Math.floor(random() * (models - 1))) % models;
        const hasWon = random() < sigma((own[a] ?? 0) - (own[b] ?? 0));
        const sums = { winsA: Number(hasWon), winsB: Number(!hasWon), ties: 0, bothBad: 0 };
        return { a: String(a), b: String(b), ...sums, rater: String(rater) };
      });
    });
  }

  test.each([
    ['5 raters', evenly(5, 200)],
    ['6 raters, one with as many votes as three others', [300, 100, 100, 100, 100, 100]],
    ['12 raters', evenly(12, 100)],
    [
      '20 raters, the k-th with 1/k of the votes of the first',
      Array.from({ length: 20 }, (_, k) => 400 / (k + 1)),
    ],
  ])('%s', (_, votesOf) => {
    const random = seededRandom(8);
    const settings = { ties: 'drop', interval: 'sandwich', confidence: 0.95 } as const;
    const fitTo = (counts: PairCount[]) =>
      fitBoard(observationsFromCounts(mergePairCounts(counts), 'drop'), settings).board;
    const limit = fitTo(simulateRaters(random, evenly(4000, 40)))?.fit.parameters ?? [];
    let held = 0;
    let heldIndependent = 0;
    let all = 0;
    for (let world = 0; world < 150; world++) {
      const board = fitTo(simulateRaters(random, votesOf));
      expect(board?.method).toBe('sandwich-by-rater');
      if (!board?.intervals || board.fit.observations.models.length < models) continue;
      const independent = sandwichCovariance(board.fit, { cluster: false });
      for (const [model, [lower, upper]] of board.intervals.entries()) {
        const truth = limit[model] ?? Number.NaN;
        const reach = twoSidedQuantile(0.95) * Math.sqrt(independent[model * models + model] ?? 0);
        all += 1;
        if (lower <= truth && truth <= upper) held += 1;
        if (Math.abs((board.fit.parameters[model] ?? 0) - truth) <= reach) heldIndependent += 1;
      }
    }
    expect(held / all).toBeGreaterThan(0.92);
    expect(held / all).toBeLessThan(0.975);
    expect(heldIndependent / all).toBeLessThan(0.9);
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
