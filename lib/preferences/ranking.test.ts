import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dropLast,
  groupOf,
  keepLanes,
  outcomeOf,
  pickLane,
  placeLane,
  placeOf,
  type Ranking,
  removeLane,
  stepLane,
  tieLane,
  tieRest,
} from '#lib/preferences/ranking.ts';

const lanes = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;
const lane = fc.constantFrom(...lanes);

type Move = (ranking: Ranking) => Ranking;

const move: fc.Arbitrary<Move> = fc.oneof(
  lane.map(
    (id): Move =>
      (ranking) =>
        removeLane(ranking, id),
  ),
  fc.tuple(lane, fc.integer({ min: -2, max: 10 })).map(
    ([id, index]): Move =>
      (ranking) =>
        placeLane(ranking, id, index),
  ),
  fc.tuple(lane, lane).map(
    ([id, other]): Move =>
      (ranking) =>
        tieLane(ranking, id, other),
  ),
  fc.tuple(lane, fc.boolean()).map(
    ([id, tied]): Move =>
      (ranking) =>
        pickLane(ranking, id, tied),
  ),
  fc.tuple(lane, fc.constantFrom('up' as const, 'down' as const)).map(
    ([id, direction]): Move =>
      (ranking) =>
        stepLane(ranking, id, direction),
  ),
  fc.constant<Move>(dropLast),
  fc.subarray([...lanes]).map(
    (ids): Move =>
      (ranking) =>
        tieRest(ranking, ids),
  ),
  fc.subarray([...lanes]).map(
    (ids): Move =>
      (ranking) =>
        keepLanes(ranking, new Set(ids)),
  ),
);

const rankings = fc
  .array(move, { maxLength: 40 })
  .map((moves) => moves.reduce<Ranking>((now, next) => next(now), []));

describe('a ranking', () => {
  it('stays valid under every sequence of moves: no lane twice, no empty group', () => {
    fc.assert(
      fc.property(rankings, (ranking) => {
        const ranked = ranking.flat();
        expect(new Set(ranked).size).toBe(ranked.length);
        expect(ranking.every((group) => group.length > 0)).toBe(true);
      }),
    );
  });

  it('never loses or moves the other lanes when one is placed, tied or stepped', () => {
    fc.assert(
      fc.property(rankings, lane, lane, fc.nat(9), (ranking, id, other, index) => {
        const others = removeLane(ranking, id);
        expect(removeLane(placeLane(ranking, id, index), id)).toEqual(others);
        expect(removeLane(stepLane(ranking, id, 'up'), id)).toEqual(others);
        expect(removeLane(stepLane(ranking, id, 'down'), id)).toEqual(others);
        if (groupOf(others, other) !== -1)
          expect(removeLane(tieLane(ranking, id, other), id)).toEqual(others);
      }),
    );
  });

  it('brings a lane from anywhere to the very top and the very bottom by steps', () => {
    fc.assert(
      fc.property(rankings, lane, (ranking, id) => {
        const steps = Array.from({ length: 2 * lanes.length });
        const top = steps.reduce<Ranking>((now) => stepLane(now, id, 'up'), ranking);
        expect(placeOf(top, id)).toBe(1);
        const bottom = steps.reduce<Ranking>((now) => stepLane(now, id, 'down'), ranking);
        expect(bottom.at(-1)).toContain(id);
      }),
    );
  });

  it('undoes a pick', () => {
    fc.assert(
      fc.property(rankings, lane, fc.boolean(), (ranking, id, tied) => {
        fc.pre(groupOf(ranking, id) === -1);
        expect(dropLast(pickLane(ranking, id, tied))).toEqual(ranking);
      }),
    );
  });

  it('counts places the way people do', () => {
    const ranking = [['a', 'b'], ['c'], ['d']];
    expect(lanes.slice(0, 5).map((id) => placeOf(ranking, id))).toEqual([1, 1, 3, 4, null]);
  });

  it('alternates between a tie and a place of its own on the way up', () => {
    const once = stepLane([['a'], ['b']], 'b', 'up');
    expect(once).toEqual([['a', 'b']]);
    expect(stepLane(once, 'b', 'up')).toEqual([['b'], ['a']]);
  });
});

describe('outcomeOf', () => {
  it('tells a win, a tie, all bad and ratings alone', () => {
    expect(outcomeOf([['a'], ['b', 'c']], false)).toBe('win');
    expect(outcomeOf([['a', 'b'], ['c']], false)).toBe('tie');
    expect(outcomeOf([], true)).toBe('all-bad');
    expect(outcomeOf([], false)).toBe('unranked');
  });
});
