import { expect, test } from 'vitest';
import { countMarks, placeLanes, rankedGroups } from '#components/results/placed-lanes.ts';
import type { Preference } from '#lib/preferences/log-schema.ts';

function preference(
  ranking: string[][],
  ratings: Preference['ballot']['ratings'] = {},
  comment: string | null = null,
) {
  const lanes = (['A', 'B', 'C'] as const).map((label) => ({
    laneId: label.toLowerCase(),
    label,
    endpointId: label,
    name: `Model ${label}`,
    cardId: null,
    response: {
      laneId: label.toLowerCase(),
      status: 'complete' as const,
      text: label,
      reasoning: null,
      finishReason: null,
      error: null,
      attempts: 1,
      usage: null,
      timing: null,
      costUsd: null,
    },
  }));
  const ballot = {
    id: 'ballot',
    turnId: 'turn',
    ranking,
    allBad: false,
    strength: null,
    ratings,
    comment,
    durationMs: null,
    mode: 'open' as const,
    revision: 1,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
  };
  return { ballot, lanes };
}

test.each([
  [[['b'], ['a', 'c']], [2, 1, 2], 'B'],
  [[['a', 'b'], ['c']], [1, 1, 3], null],
  [[['a', 'b', 'c']], [1, 1, 1], null],
  [[['c'], ['a']], [2, null, 1], 'C'],
  [[['a']], [1, null, null], 'A'],
  [[], [null, null, null], null],
])('%j gives the places %j and the winner %s', (ranking, places, winner) => {
  const placed = placeLanes(preference(ranking));
  expect(placed.map(({ place }) => place)).toEqual(places);
  expect(placed.find(({ isWinner }) => isWinner)?.label ?? null).toBe(winner);
});

test('groups leave out what the log does not know', () => {
  expect(
    rankedGroups(preference([['gone'], ['b', 'gone']])).map((group) => group.map(({ label }) => label)),
  ).toEqual([['B']]);
});

test('counts what was said beside the ranking', () => {
  const ratings = { a: { flags: ['hallucination' as const], comment: 'no' }, b: { ideal: 'better' } };
  expect(countMarks(preference([], ratings, 'hm'))).toEqual({ flags: 1, comments: 2, ideals: 1 });
});
