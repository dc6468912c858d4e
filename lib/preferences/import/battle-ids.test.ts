import { expect, test } from 'vitest';
import type { Battle } from '#lib/preferences/import/battle.ts';
import { BattleIds } from '#lib/preferences/import/battle-ids.ts';

const battle: Battle = {
  sourceId: 'q1',
  judge: '',
  mode: 'blind',
  at: new Date('2024-01-01T00:00:00.000Z'),
  answers: [
    { model: 'a', messages: [] },
    { model: 'b', messages: [] },
  ],
  outcome: 'winsA',
};

function listIds(ids: BattleIds): string[] {
  const turns = Array.from({ length: 3_000 }, (_, turn) => [
    ids.turn(turn),
    ids.response(turn, 0),
    ids.response(turn, 1),
  ]);
  return [ids.comparison, ids.ballot, ids.lane(0), ids.lane(1), ...turns.flat()];
}

test('every part of a vote has an id of its own, the same in every run, that begins with its time', () => {
  const ids = listIds(new BattleIds('arena-33k', battle));
  expect(new Set(ids).size).toBe(ids.length);
  expect(listIds(new BattleIds('arena-33k', battle))).toEqual(ids);
  for (const id of ids) expect(id).toMatch(/^018cc251-f400-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const [comparison] = ids;
  expect(comparison).toBe(new BattleIds('arena-33k', battle).comparison);
});

test('another vote, another time or another format, other ids', () => {
  const others = [
    new BattleIds('arena-33k', battle),
    new BattleIds('arena-33k', { ...battle, sourceId: 'q2' }),
    new BattleIds('arena-33k', { ...battle, at: new Date(0) }),
    new BattleIds('mt-bench', battle),
  ];
  expect(new Set(others.map(({ ballot }) => ballot)).size).toBe(others.length);
});
