import { expect, it } from 'vitest';
import { groupByDay } from '#components/history/group-by-day.ts';

it('groups by local days and keeps the order', () => {
  const now = new Date(2026, 2, 1, 0, 30);
  const at = (id: string, ...when: [number, number, number, number]) => ({
    id,
    mode: 'open' as const,
    title: id,
    createdAt: '',
    updatedAt: new Date(...when).toISOString(),
    lanes: [],
  });
  const groups = groupByDay(
    [at('a', 2026, 2, 1, 0), at('b', 2026, 1, 28, 23), at('c', 2026, 1, 28, 0), at('d', 2026, 1, 27, 23)],
    now,
  );
  expect(groups.map(({ day, comparisons }) => [day, comparisons.map(({ id }) => id).join('')])).toEqual([
    ['today', 'a'],
    ['yesterday', 'bc'],
    ['earlier', 'd'],
  ]);
  expect(groupByDay([], now)).toEqual([]);
});
