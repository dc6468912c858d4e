import { describe, expect, test } from 'vitest';
import { binomialTest, wilsonInterval } from '#lib/rating/binomial-test.ts';
import { fitBradleyTerry, sigma } from '#lib/rating/bradley-terry.ts';
import { normalProbability, normalQuantile, twoSidedQuantile } from '#lib/rating/normal.ts';
import { observationsFromCounts } from '#lib/rating/observations.ts';
import { mergePairCounts, type PairCount } from '#lib/rating/pair-counts.ts';
import { drawLanes, pairWeights } from '#lib/rating/pair-sampling.ts';
import { seededRandom } from '#lib/rating/random.ts';
import { findAnomalousRaters, type RaterVote } from '#lib/rating/rater-anomaly.ts';
import { findTopChange } from '#lib/rating/robustness.ts';
import { biasOf } from '#lib/rating/vote-bias.ts';

const count = (a: string, b: string, winsA: number, winsB: number): PairCount => ({
  ...{ a, b, winsA, winsB, ties: 0, bothBad: 0 },
});

describe('normal and binomial', () => {
  test('known values', () => {
    expect(normalProbability(1.959963984540054)).toBeCloseTo(0.975, 14);
    expect(normalProbability(-6)).toBeCloseTo(9.865876450377e-10, 20);
    expect(normalProbability(0)).toBe(0.5);
    expect(twoSidedQuantile(0.95)).toBeCloseTo(1.959963984540054, 12);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167813, 10);
    // Computed with scipy 1.17.1.
    expect(binomialTest(3, 15)).toBeCloseTo(0.03515625, 12);
    expect(binomialTest(12, 15)).toBeCloseTo(0.03515625, 12);
    expect(binomialTest(5200, 10_000)).toBeCloseTo(6.593515598672343e-5, 14);
    expect(binomialTest(10, 20)).toBe(1);
    expect(binomialTest(0, 0)).toBe(1);
    expect(binomialTest(0, 10)).toBeCloseTo(2 / 1024, 14);
    const [lower, upper] = wilsonInterval(3, 15);
    expect(lower).toBeCloseTo(0.07047549346981558, 12);
    expect(upper).toBeCloseTo(0.4518544871516936, 12);
  });

  test('the binomial test equals the sum of its probabilities', () => {
    for (const [wins, votes] of [
      [7, 21],
      [40, 99],
      [480, 1000],
    ] as const) {
      let term = 0.5 ** votes;
      let sum = term;
      for (let k = 1; k <= wins; k++) {
        term *= (votes - k + 1) / k;
        sum += term;
      }
      expect(binomialTest(wins, votes)).toBeCloseTo(2 * sum, 11);
    }
  });
});

test('bias of one side over another', () => {
  expect(biasOf(120, 180)).toMatchObject({ wins: 120, votes: 180, share: 2 / 3 });
  expect(biasOf(120, 180).pValue).toBeLessThan(1e-4);
  expect(biasOf(1, 2)).toMatchObject({ share: 0.5, pValue: 1 });
  expect(biasOf(0, 0)).toMatchObject({ share: null, interval: [0, 1], pValue: 1 });
});

describe('raters', () => {
  const random = seededRandom(9);
  const strengths = [0, 0.7, 1.6];
  const voteOf = (rater: string, choose: (chance: number) => boolean): RaterVote => {
    const a = Math.floor(random() * 3);
    const b = (a + 1) % 3;
    const chance = sigma((strengths[a] ?? 0) - (strengths[b] ?? 0));
    return { rater, a: String(a), b: String(b), winner: choose(chance) ? 'a' : 'b' };
  };
  const votes = Array.from({ length: 30_000 }, (_, index) =>
    voteOf(`honest-${index % 1000}`, (chance) => random() < chance),
  );
  for (let index = 0; index < 100; index++) {
    votes.push(voteOf('contrary', (chance) => chance < 0.5));
    votes.push(voteOf('blind', () => random() < 0.5));
  }
  const verdicts = findAnomalousRaters(votes);

  test('honest raters are rarely flagged, a contrary one is', () => {
    const honest = [...verdicts].filter(([rater]) => rater.startsWith('honest'));
    const flagged = honest.filter(([, { isFlagged }]) => isFlagged).length / honest.length;
    expect(flagged).toBeLessThan(0.05);
    expect(verdicts.get('contrary')).toMatchObject({ isFlagged: true, votes: 100 });
    expect(verdicts.get('blind')?.evidence).toBeGreaterThan(1);
  });

  test('four votes are too few to flag anybody', () => {
    const few = [...votes.slice(0, 5000), ...votes.filter(({ rater }) => rater === 'contrary').slice(0, 4)];
    expect(findAnomalousRaters(few).get('contrary')).toMatchObject({ isFlagged: false, votes: 4 });
  });
});

describe('the next pair', () => {
  test('asks where a vote tells most, looks after new models, and obeys weights', () => {
    const counts = [count('a', 'b', 500, 500), count('a', 'c', 20, 20), count('b', 'c', 20, 20)];
    const weights = new Map(pairWeights(['a', 'b', 'c'], counts).map(({ a, b, weight }) => [a + b, weight]));
    expect(weights.get('ac')).toBeGreaterThan(2 * (weights.get('ab') ?? 1));
    const withNew = pairWeights(['a', 'b', 'new'], counts);
    expect(withNew.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(withNew.find(({ b }) => b === 'new')?.weight).toBeGreaterThan(1 / 3);
    const out = pairWeights(['a', 'b', 'c'], counts, { modelWeights: { c: 0 } });
    expect(out.map(({ weight }) => weight)).toEqual([1, 0, 0]);
    expect(pairWeights(['a'], counts)).toEqual([]);
  });

  test('draws different lanes by their weights, in an order that tells nothing', () => {
    const random = seededRandom(4);
    const weights = pairWeights(['a', 'b', 'c', 'd'], []);
    const first = new Map<string, number>();
    for (let draw = 0; draw < 4000; draw++) {
      const lanes = drawLanes(weights, 3, random);
      expect(new Set(lanes).size).toBe(3);
      first.set(lanes[0] ?? '', (first.get(lanes[0] ?? '') ?? 0) + 1);
    }
    for (const times of first.values()) expect(Math.abs(times - 1000)).toBeLessThan(120);
    expect(drawLanes(weights, 8, random)).toHaveLength(4);
    expect(drawLanes([], 2, random)).toEqual([]);
  });
});

describe('how many votes would change the top', () => {
  const topChange = (counts: PairCount[]) => {
    const observations = observationsFromCounts(mergePairCounts(counts), 'drop');
    return findTopChange(observations, fitBradleyTerry(observations));
  };

  test('two models: half the lead, and one more', () => {
    expect(topChange([count('a', 'b', 60, 40)])).toEqual({
      ...{ leader: 'a', challenger: 'b', votes: 11, share: 0.11 },
    });
  });

  test('no fewer votes of any kind do, as trying all of them shows', () => {
    const counts = [count('a', 'b', 9, 6), count('b', 'c', 8, 5), count('a', 'c', 7, 6)];
    const found = topChange(counts);
    const leads = (list: PairCount[]) => {
      const fit = fitBradleyTerry(observationsFromCounts(mergePairCounts(list), 'drop'));
      return fit.parameters.indexOf(Math.max(...fit.parameters)) === 0;
    };
    let fewest = Number.POSITIVE_INFINITY;
    const range = [-4, -3, -2, -1, 0, 1, 2, 3, 4];
    for (const x of range) {
      for (const y of range) {
        for (const z of range) {
          const turned = Math.abs(x) + Math.abs(y) + Math.abs(z);
          if (turned >= fewest) continue;
          const shifts = [x, y, z];
          const list = counts.map((row, index) => ({
            ...row,
            winsA: row.winsA - (shifts[index] ?? 0),
            winsB: row.winsB + (shifts[index] ?? 0),
          }));
          if (!leads(list)) fewest = turned;
        }
      }
    }
    expect(found?.votes).toBe(fewest);
  });
});
