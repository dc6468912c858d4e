import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ballotPairs } from '#lib/rating/ballot-pairs.ts';
import { type BoardSettings, leaderboard } from '#lib/rating/leaderboard.ts';
import { mergePairCounts, type PairCount, type PairOutcome, pairOutcomes } from '#lib/rating/pair-counts.ts';
import { modelledTies, tiePolicies } from '#lib/rating/tie-policy.ts';

const settings: BoardSettings = { ties: 'half', interval: 'sandwich', confidence: 0.95 };
const count = (a: string, b: string, winsA: number, winsB: number, ties = 0, bothBad = 0): PairCount => ({
  ...{ a, b, winsA, winsB, ties, bothBad },
});
const one = (a: string, b: string, outcome: PairOutcome): PairCount => ({
  ...count(a, b, 0, 0),
  [outcome]: 1,
});

const model = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const vote = fc.record({ a: model, b: model, outcome: fc.constantFrom(...pairOutcomes) });
const someVotes = fc.array(vote, { minLength: 1, maxLength: 60 });
const countsOf = (votes: { a: string; b: string; outcome: PairOutcome }[]) =>
  votes.map(({ a, b, outcome }) => one(a, b, outcome));
const runs = { numRuns: 150, seed: 42 };
const policy = fc.constantFrom(...tiePolicies);

describe('whatever the votes', () => {
  test('their order, sides and grouping change neither the digest nor a single bit of the board', () => {
    fc.assert(
      fc.property(someVotes, policy, fc.nat(), (votes, ties, turn) => {
        const counts = countsOf(votes);
        const turned = counts.map((row, index) =>
          (index + turn) % 2 === 0 ? row : { ...row, a: row.b, b: row.a, winsA: row.winsB, winsB: row.winsA },
        );
        const start = turn % turned.length;
        const shuffled = mergePairCounts([...turned.slice(start), ...turned.slice(0, start)]);
        const board = leaderboard({ counts }, { ...settings, ties });
        expect(leaderboard({ counts: shuffled }, { ...settings, ties })).toEqual(board);
      }),
      runs,
    );
  });

  test('other names, in another order, give the same ratings', () => {
    const renamed: Record<string, string> = { a: 'z', b: 'q', c: 'm', d: 'B', e: '百' };
    fc.assert(
      fc.property(someVotes, policy, (votes, ties) => {
        const board = leaderboard({ counts: countsOf(votes) }, { ...settings, ties });
        const names = votes.map((row) => ({ ...row, a: renamed[row.a] ?? '', b: renamed[row.b] ?? '' }));
        const other = leaderboard({ counts: countsOf(names) }, { ...settings, ties });
        const back = new Map(other.rows.map((row) => [row.id, row]));
        for (const row of board.rows) {
          const same = back.get(renamed[row.id] ?? '');
          // Two groups of equal size: the first name decides which is rated.
          if (same?.status !== row.status) return;
          if (row.rating === null || row.lower === null || row.upper === null) continue;
          expect(same.rating).toBeCloseTo(row.rating, 6);
          expect(same.lower).toBeCloseTo(row.lower, 6);
          expect(same.upper).toBeCloseTo(row.upper, 6);
        }
      }),
      runs,
    );
  });

  test('every model is on the board once, ranked with finite numbers or not rankable with a reason', () => {
    fc.assert(
      fc.property(someVotes, policy, (votes, ties) => {
        const { rows } = leaderboard({ counts: countsOf(votes) }, { ...settings, ties });
        const named = new Set(votes.filter(({ a, b }) => a !== b).flatMap(({ a, b }) => [a, b]));
        expect(rows.map(({ id }) => id).sort()).toEqual([...named].sort());
        for (const row of rows) {
          if (row.status === 'not-rankable') expect(row.reason).toMatch(/^[a-z-]+$/);
          else {
            expect([row.lower, row.rating, row.upper].every(Number.isFinite)).toBe(true);
            expect((row.lower ?? 0) <= row.rating && row.rating <= (row.upper ?? 0)).toBe(true);
            expect((row.rankLower ?? 0) <= (row.rankUpper ?? 0)).toBe(true);
          }
        }
        const ranked = rows.filter((row) => row.status === 'ranked');
        const mean = ranked.reduce((sum, row) => sum + row.rating, 0) / ranked.length;
        if (ranked.length > 0) expect(mean).toBeCloseTo(1000, 8);
      }),
      runs,
    );
  });

  test('the anchor moves all ratings alike and leaves ranks alone', () => {
    fc.assert(
      fc.property(someVotes, fc.integer({ min: -500, max: 3000 }), (votes, rating) => {
        const counts = countsOf(votes);
        const board = leaderboard({ counts }, settings);
        const [first] = board.rows;
        if (first?.status !== 'ranked') return;
        const anchored = leaderboard({ counts }, { ...settings, anchor: { model: first.id, rating } });
        expect(anchored.rows[0]?.rating).toBeCloseTo(rating, 9);
        for (const [index, row] of board.rows.entries()) {
          const moved = anchored.rows[index];
          expect(moved?.rank).toBe(row.rank);
          if (row.rating === null || row.upper === null) continue;
          expect((moved?.rating ?? 0) - rating).toBeCloseTo(row.rating - first.rating, 7);
          expect((moved?.upper ?? 0) - (moved?.rating ?? 0)).toBeCloseTo(row.upper - row.rating, 7);
        }
      }),
      runs,
    );
  });
});

describe('ballots', () => {
  test('K lanes weigh as much as K-1 games', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), fc.infiniteStream(fc.boolean()), (lanes, cuts) => {
        const names = Array.from({ length: lanes }, (_, lane) => `m${lane}`);
        const ranking: string[][] = [];
        for (const name of names) {
          const last = ranking.at(-1);
          if (last && cuts.next().value) last.push(name);
          else ranking.push([name]);
        }
        const pairs = ballotPairs({ lanes: names, ranking, allBad: false });
        expect(pairs).toHaveLength((lanes * (lanes - 1)) / 2);
        expect(pairs.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(lanes - 1, 12);
      }),
      runs,
    );
  });

  test('a ranking with a tie, and all bad', () => {
    expect(ballotPairs({ lanes: ['x', 'y', 'z'], ranking: [['x'], ['y', 'z']], allBad: false })).toEqual([
      { a: 'x', b: 'y', outcome: 'winsA', weight: 2 / 3 },
      { a: 'x', b: 'z', outcome: 'winsA', weight: 2 / 3 },
      { a: 'y', b: 'z', outcome: 'ties', weight: 2 / 3 },
    ]);
    expect(ballotPairs({ lanes: ['x', 'y'], ranking: [], allBad: true })).toEqual([
      { a: 'x', b: 'y', outcome: 'bothBad', weight: 1 },
    ]);
    expect(ballotPairs({ lanes: ['x', 'y'], ranking: [['x']], allBad: false })).toEqual([]);
    expect(ballotPairs({ lanes: ['x', 'x'], ranking: [['x'], ['x']], allBad: false })).toEqual([]);
  });

  test('merging 420 thirds and sevenths in any order leaves no trace of rounding', () => {
    const rows = Array.from({ length: 420 }, (_, index) => {
      const weight = 2 / (index % 2 === 0 ? 3 : 7);
      return count('a', 'b', weight, 0);
    });
    const [merged] = mergePairCounts(rows);
    expect(merged?.winsA).toBe(210 * (2 / 3) + 60);
    expect(mergePairCounts(rows.toReversed())).toEqual([merged]);
  });
});

describe('who can be rated', () => {
  const reasonsOf = (counts: PairCount[], ties: BoardSettings['ties'] = 'half') =>
    Object.fromEntries(
      leaderboard({ counts }, { ...settings, ties }).rows.map((row) => [
        row.id,
        row.status === 'ranked' ? 'ranked' : row.reason,
      ]),
    );

  test('names the reason for each model that cannot be', () => {
    const counts = [
      count('a', 'b', 3, 2),
      count('b', 'c', 2, 1),
      count('loser', 'a', 0, 4),
      count('winner', 'a', 4, 0),
      count('x', 'y', 1, 1),
      count('low1', 'low2', 1, 1),
      count('low1', 'a', 0, 2),
      count('bad', 'a', 0, 0, 0, 5),
    ];
    expect(reasonsOf(counts, 'drop')).toEqual({
      ...{ a: 'ranked', b: 'ranked', c: 'ranked', loser: 'no-wins', winner: 'no-losses' },
      ...{ x: 'not-connected', y: 'not-connected', low1: 'one-sided', low2: 'one-sided', bad: 'no-battles' },
    });
    expect(reasonsOf(counts).bad).toBe('ranked');
  });

  test('nobody, when all games go one way, or there are none', () => {
    expect(reasonsOf([count('a', 'b', 3, 0)])).toEqual({ a: 'no-losses', b: 'no-wins' });
    expect(leaderboard({ counts: [] }, settings)).toMatchObject({ rows: [], logLikelihood: null });
  });

  test.each(modelledTies)(
    '%s: ties that explain everything have no finite fit; without ties it is Bradley-Terry',
    (ties) => {
      expect(reasonsOf([count('a', 'b', 0, 0, 5)], ties)).toEqual({
        a: 'no-finite-fit',
        b: 'no-finite-fit',
      });
      expect(reasonsOf([count('a', 'b', 1, 0, 1)], ties)).toEqual({
        a: 'no-finite-fit',
        b: 'no-finite-fit',
      });
      // A cycle of wins with one tie across it bounds the parameter.
      const chain = [count('a', 'b', 1, 0), count('b', 'c', 1, 0), count('a', 'c', 0, 0, 1)];
      expect(reasonsOf(chain, ties)).toEqual({ a: 'ranked', b: 'ranked', c: 'ranked' });
      const decisive = [count('a', 'b', 3, 2), count('b', 'c', 2, 1)];
      const [modelled, dropped] = ([ties, 'drop'] as const).map((policy) =>
        leaderboard({ counts: decisive }, { ...settings, ties: policy }).rows.map(({ rating }) => rating),
      );
      expect(modelled).toEqual(dropped);
    },
  );

  test('an anchor that is not rated is refused by name', () => {
    const anchor = { model: 'nobody', rating: 1000 };
    expect(() => leaderboard({ counts: [count('a', 'b', 1, 1)] }, { ...settings, anchor })).toThrow('nobody');
  });
});

test('the bootstrap agrees with the sandwich, and the seed repeats it', () => {
  const counts = [count('a', 'b', 60, 40, 30), count('b', 'c', 55, 35, 20), count('a', 'c', 70, 30, 25)];
  const sandwich = leaderboard({ counts }, settings);
  const drawn = { ...settings, interval: 'bootstrap', replicates: 2000, seed: 3 } as const;
  const bootstrap = leaderboard({ counts }, drawn);
  for (const [index, row] of sandwich.rows.entries()) {
    const other = bootstrap.rows[index];
    const width = (row.upper ?? 0) - (row.lower ?? 0);
    expect(((other?.upper ?? 0) - (other?.lower ?? 0)) / width).toBeGreaterThan(0.92);
    expect(((other?.upper ?? 0) - (other?.lower ?? 0)) / width).toBeLessThan(1.08);
  }
  expect(leaderboard({ counts }, drawn)).toEqual(bootstrap);
  expect(leaderboard({ counts }, { ...drawn, seed: 4 }).rows).not.toEqual(bootstrap.rows);
});

test('votes still needed: after as many more of the same, the two are apart', () => {
  const [base] = leaderboard({ counts: [count('a', 'b', 55, 45)] }, { ...settings, ties: 'drop' }).rows;
  if (base?.status !== 'ranked' || base.votesToNext === null) throw new Error('must be ranked');
  const factor = (100 + base.votesToNext) / 100;
  const [more] = leaderboard(
    { counts: [count('a', 'b', 55 * factor, 45 * factor)] },
    { ...settings, ties: 'drop' },
  ).rows;
  expect(more).toMatchObject({ status: 'ranked', votesToNext: 0, rankUpper: 1 });
  expect(base).toMatchObject({ rankLower: 1, rankUpper: 2 });
  expect(base.betterThanNext).toBeCloseTo(0.8415, 2);
});

test('too few raters for by-rater intervals: votes count as independent, and the board says so', () => {
  const counts = [count('a', 'b', 30, 20), count('b', 'c', 25, 20)];
  const mine = leaderboard({ counts: counts.map((row) => ({ ...row, rater: 'me' })) }, settings);
  const board = leaderboard({ counts }, settings);
  expect(mine).toMatchObject({ method: 'sandwich', clusters: null });
  expect(mine.rows).toEqual(board.rows);
  // Five raters, but nearly all votes are of one.
  const uneven = [0, 1, 2, 3, 4].flatMap((rater) =>
    counts.map((row) => ({ ...row, winsA: row.winsA + (rater === 0 ? 100 : 0), rater: String(rater) })),
  );
  expect(leaderboard({ counts: uneven }, settings).method).toBe('sandwich');
});

test('five raters are enough to take the votes of each together; P(better) and ranks use the same reach', () => {
  const counts = Array.from({ length: 5 }, (_, rater) => ({
    ...count('a', 'b', 10 + rater, 8),
    rater: String(rater),
  }));
  const { method, clusters, rows } = leaderboard({ counts }, settings);
  expect({ method, clusters }).toMatchObject({ method: 'sandwich-by-rater', clusters: { raters: 5 } });
  expect(clusters?.effective).toBeCloseTo(4.96, 1);
  const [first] = rows;
  if (first?.status !== 'ranked' || first.lower === null) throw new Error('must be ranked');
  // Two models: the interval of the difference excludes 0 when that of the rating excludes 1000, and then P > 97.5 %.
  expect(first.lower > 1000).toBe((first.betterThanNext ?? 0) > 0.975);
  expect(first.lower > 1000).toBe(first.rankUpper === 1);
});
