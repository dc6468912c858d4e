import { describe, expect, test } from 'vitest';
import { readBattleRow } from '#lib/rating/battle-row.ts';
import type { PairOutcome } from '#lib/rating/pair-counts.ts';
import { RowFault } from '#lib/records/row-fault.ts';

const models = { model_a: 'm1', model_b: 'm2' };
const vote = (outcome: PairOutcome) => [{ a: 'm1', b: 'm2', outcome, weight: 1 }];

describe('every published winner vocabulary', () => {
  test.each([
    ['model_a', 'winsA'],
    ['model_b', 'winsB'],
    ['tie', 'ties'],
    ['tie (bothbad)', 'bothBad'],
    ['both_bad', 'bothBad'],
    ['leftvote', 'winsA'],
    ['rightvote', 'winsB'],
    ['tievote', 'ties'],
    ['bothbad_vote', 'bothBad'],
    ['X', 'winsA'],
    ['Y', 'winsB'],
    ['Draw', 'ties'],
    ['m2', 'winsB'],
  ] as const)('%s', (winner, outcome) => {
    expect(readBattleRow({ ...models, winner })).toEqual(vote(outcome));
  });

  test('evalica: left, right, winner', () => {
    expect(readBattleRow({ left: 'm1', right: 'm2', winner: 'right' })).toEqual(vote('winsB'));
  });

  test('Kaggle: one column per winner, as numbers or text', () => {
    const row = { ...models, winner_model_a: 0, winner_model_b: 0, winner_tie: 1 };
    expect(readBattleRow(row)).toEqual(vote('ties'));
    expect(readBattleRow({ ...row, winner_model_b: '1', winner_tie: '0' })).toEqual(vote('winsB'));
    expect(() => readBattleRow({ ...row, winner_model_a: 1 })).toThrow(RowFault);
  });

  test('compar:IA', () => {
    const row = { model_a_name: 'm1', model_b_name: 'm2' };
    expect(readBattleRow({ ...row, chosen_model_name: 'm2', both_equal: false })).toEqual(vote('winsB'));
    expect(readBattleRow({ ...row, chosen_model_name: null, both_equal: true })).toEqual(vote('ties'));
  });

  test('FastChat log: models in the states of a blind vote; chat lines are no votes', () => {
    const states = [{ model_name: 'm1' }, { model_name: 'm2' }];
    expect(readBattleRow({ type: 'bothbad_vote', models: ['', ''], states })).toEqual(vote('bothBad'));
    expect(readBattleRow({ type: 'leftvote', models: ['m1', 'm2'], states: [] })).toEqual(vote('winsA'));
    expect(readBattleRow({ type: 'share', models: ['m1', 'm2'] })).toEqual([]);
    expect(() => readBattleRow({ type: 'leftvote', models: ['', ''], states: [] })).toThrow(RowFault);
  });

  test('Open WebUI: a thumb beats, or loses to, each sibling', () => {
    const data = { rating: '-1', model_id: 'm', sibling_model_ids: ['s', 't'] };
    expect(readBattleRow({ type: 'rating', data })).toEqual([
      { a: 'm', b: 's', outcome: 'winsB', weight: 2 / 3 },
      { a: 'm', b: 't', outcome: 'winsB', weight: 2 / 3 },
    ]);
    expect(readBattleRow({ type: 'rating', data: { rating: 1, model_id: 'm' } })).toEqual([]);
  });
});

describe('counts', () => {
  test('as text or numbers, ties and both-bad may be missing', () => {
    expect(readBattleRow({ ...models, wins_a: '3', wins_b: 0, ties: '2' })).toEqual([
      { a: 'm1', b: 'm2', outcome: 'winsA', weight: 3 },
      { a: 'm1', b: 'm2', outcome: 'ties', weight: 2 },
    ]);
  });

  test.each(['-1', 'many', '', null, 'Infinity'])('refuses %s', (wins) => {
    expect(() => readBattleRow({ ...models, wins_a: wins, wins_b: 1 })).toThrow('wins_a must be a number');
  });
});

describe('rows that hold no vote', () => {
  test('a model against itself says nothing', () => {
    expect(readBattleRow({ model_a: 'm', model_b: 'm', winner: 'tie' })).toEqual([]);
  });

  test.each([
    [{}, 'names no models'],
    [{ model_a: 'm1', winner: 'model_a' }, 'model_b is missing'],
    [{ ...models, model_a: ' ' }, 'model_a is missing'],
    [models, 'winner is missing'],
    [{ ...models, winner: 'nobody' }, 'winner "nobody"'],
    [{ ...models, winner: null }, 'winner null'],
  ])('%j is refused: %s', (row, message) => {
    expect(() => readBattleRow(row)).toThrow(message);
  });
});
