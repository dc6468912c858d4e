import { expect, test } from 'vitest';
import { linesOf, spread } from '#components/leaderboard/history-lines.ts';

test('labels keep their order and their distance', () => {
  expect(spread([], 10)).toEqual([]);
  expect(spread([0, 100], 10)).toEqual([0, 100]);
  const placed = spread([50, 51, 49, 200], 10);
  const sorted = placed.toSorted((a, b) => a - b);
  for (const [index, height] of sorted.slice(1).entries()) {
    expect(height - (sorted[index] ?? 0)).toBeGreaterThanOrEqual(10 - 1e-9);
  }
  expect(placed.indexOf(Math.min(...placed))).toBe(2);
});

test('the lines are of those rated highest at the end', () => {
  const rating = (id: string, value: number) => ({ id, rating: value, lower: null, upper: null });
  const history = {
    contestants: ['a', 'b', 'gone'].map((id) => ({ id, name: id.toUpperCase(), cardId: null })),
    points: [
      { at: '2026-01-01T00:00:00.000Z', ratings: [rating('a', 1100), rating('gone', 1200)] },
      { at: '2026-01-02T00:00:00.000Z', ratings: [rating('a', 900), rating('b', 1100)] },
    ],
  };
  expect(linesOf(history, 8).map(({ id, places }) => [id, places.length])).toEqual([
    ['b', 1],
    ['a', 2],
  ]);
  expect(linesOf(history, 1).map(({ id }) => id)).toEqual(['b']);
});
