import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BallotInput, ballotInputSchema } from '#lib/preferences/ballot-schema.ts';
import { flags } from '#lib/preferences/flags.ts';
import { pickLane, type Ranking } from '#lib/preferences/ranking.ts';
import {
  draftFromBallot,
  draftToInput,
  emptyDraft,
  saysNothing,
  verdictOf,
  verdicts,
  withAllBad,
  withRankableLanes,
  withRanking,
  withRating,
  withVerdict,
} from '#lib/preferences/ranking-draft.ts';
import { commandsByKey, judgeKind } from '#lib/preferences/ranking-keys.ts';

const lanes = Array.from({ length: 8 }, (_, index) => `0198f3a0-0000-7000-8000-00000000000${index + 1}`);
const a = lanes[0] ?? '';
const b = lanes[1] ?? '';

const ranking = fc
  .array(fc.tuple(fc.constantFrom(...lanes), fc.boolean()), { maxLength: 12 })
  .map((picks) => picks.reduce<Ranking>((now, [laneId, tied]) => pickLane(now, laneId, tied), []));

const words = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');
const fivePoints = fc.integer({ min: 1, max: 5 });
const rating = fc
  .record(
    {
      overall: fc.integer({ min: 1, max: 7 }),
      helpful: fivePoints,
      honest: fivePoints,
      harmless: fivePoints,
      followsInstruction: fivePoints,
      thumb: fc.constantFrom('up' as const, 'down' as const),
      flags: fc.subarray([...flags], { minLength: 1 }),
      comment: words,
      ideal: words,
    },
    { requiredKeys: [] },
  )
  .filter((fields) => Object.keys(fields).length > 0);

const input = fc
  .record({
    ranking,
    allBad: fc.boolean(),
    strength: fc.constantFrom(1 as const, 2 as const, 3 as const, undefined),
    ratings: fc.dictionary(fc.constantFrom(...lanes), rating, { maxKeys: 8 }),
    comment: fc.option(words, { nil: undefined }),
    durationMs: fc.option(fc.nat(), { nil: undefined }),
  })
  .map(
    ({ ranking: ranked, allBad, strength, comment, durationMs, ratings }): BallotInput => ({
      ranking: allBad ? [] : ranked.map((group) => [...group]),
      allBad,
      ratings,
      ...(strength !== undefined && !allBad && ranked.length > 1 ? { strength } : {}),
      ...(comment === undefined ? {} : { comment }),
      ...(durationMs === undefined ? {} : { durationMs }),
    }),
  );

describe('a ballot draft', () => {
  it('goes to a ballot and back without losing anything', () => {
    fc.assert(
      fc.property(input, (ballot) => {
        expect(draftToInput(draftFromBallot(ballot), ballot.durationMs ?? null)).toEqual(ballot);
      }),
    );
  });

  it('always makes a ballot the server takes', () => {
    fc.assert(
      fc.property(input, ranking, fc.boolean(), fc.subarray(lanes), (ballot, ranked, allBad, kept) => {
        let draft = withRanking(draftFromBallot(ballot), ranked);
        if (allBad) draft = withAllBad(draft, true);
        draft = withRankableLanes(
          withRating(draft, a, { comment: ' ', flags: [], overall: undefined }),
          new Set(kept),
        );
        expect(ballotInputSchema.safeParse(draftToInput(draft, 12.5)).error).toBeUndefined();
      }),
    );
  });

  it('says each verdict in a way that is read back as the same verdict', () => {
    for (const verdict of verdicts) {
      expect(verdictOf(withVerdict(emptyDraft, verdict, [a, b]), [a, b])).toBe(verdict);
    }
    expect(verdictOf(emptyDraft, [a, b])).toBeNull();
    expect(verdictOf({ ...emptyDraft, ranking: [[b, a]] }, [a, b])).toBe('tie');
  });

  it('gives no strength where nothing is better than anything', () => {
    const strong = { ...emptyDraft, strength: 3 as const };
    expect(draftToInput(withVerdict(strong, 'tie', [a, b]), null)).not.toHaveProperty('strength');
    expect(draftToInput(withVerdict(strong, 'first', [a, b]), null).strength).toBe(3);
  });

  it('knows when it says nothing', () => {
    expect(saysNothing(emptyDraft)).toBe(true);
    expect(saysNothing(withRating(emptyDraft, a, { comment: '  ', flags: [] }))).toBe(true);
    expect(saysNothing(withRating(emptyDraft, a, { thumb: 'up' }))).toBe(false);
    expect(saysNothing(withRating(withRating(emptyDraft, a, { thumb: 'up' }), a, { thumb: undefined }))).toBe(
      true,
    );
  });
});

describe('keys of the judge bar', () => {
  const keyed = (...rankable: boolean[]) =>
    rankable.map((isRankable, index) => ({ laneId: lanes[index] ?? '', isRankable }));

  it('judges two answers with one key', () => {
    expect(Object.fromEntries(commandsByKey(keyed(true, true)))).toEqual({
      '1': { kind: 'verdict', verdict: 'first' },
      '2': { kind: 'verdict', verdict: 'second' },
      '=': { kind: 'verdict', verdict: 'tie' },
      '0': { kind: 'verdict', verdict: 'both-bad' },
    });
  });

  it('ranks more answers by number and passes over those that cannot be ranked', () => {
    const four = keyed(true, false, true, true);
    expect(judgeKind(four)).toBe('rank');
    expect([...commandsByKey(four).keys()]).toEqual(['1', '3', '4', '=', '0', 'backspace', 'enter']);
    expect(commandsByKey(four).get('3')).toEqual({ kind: 'pick', laneId: lanes[2] });
  });

  it('only rates when fewer than two answers can be ranked', () => {
    expect(judgeKind(keyed(true))).toBe('rate');
    expect(judgeKind(keyed(true, false))).toBe('rate');
    expect(commandsByKey(keyed(true)).get('1')).toEqual({ kind: 'thumb', thumb: 'up' });
    expect(commandsByKey(keyed(true, false)).size).toBe(0);
  });
});
