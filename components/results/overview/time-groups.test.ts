import { expect, test } from 'vitest';
import { groupDays } from '#components/results/overview/time-groups.ts';

test('few days are bars of their own, those without judgements too', () => {
  const days = [
    { day: '2026-02-27', count: 2 },
    { day: '2026-03-01', count: 5 },
  ];
  expect(groupDays(days)).toEqual({
    unit: 'day',
    groups: [
      { from: '2026-02-27', to: '2026-02-27', count: 2 },
      { from: '2026-02-28', to: '2026-02-28', count: 0 },
      { from: '2026-03-01', to: '2026-03-01', count: 5 },
    ],
  });
  expect(groupDays([])).toEqual({ unit: 'day', groups: [] });
});

test('more of them are put together into weeks from Monday on, months or years, and none is lost', () => {
  const of = (from: string, to: string) =>
    groupDays([
      { day: from, count: 1 },
      { day: to, count: 2 },
    ]);
  const weeks = of('2026-01-01', '2026-03-31');
  expect(weeks.unit).toBe('week');
  expect(weeks.groups[0]).toEqual({ from: '2025-12-29', to: '2026-01-04', count: 1 });
  expect(weeks.groups.at(-1)).toEqual({ from: '2026-03-30', to: '2026-04-05', count: 2 });
  const months = of('2024-01-31', '2026-02-28');
  expect(months.unit).toBe('month');
  expect(months.groups).toHaveLength(26);
  expect(months.groups.at(-1)).toEqual({ from: '2026-02-01', to: '2026-02-28', count: 2 });
  const years = of('2019-05-01', '2026-02-28');
  expect(years.groups.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 0, 0, 2]);
  expect(years.groups[0]).toMatchObject({ from: '2019-01-01', to: '2019-12-31' });
});
