import { expect, test } from 'vitest';
import { countDays, quarterOf } from '#lib/preferences/overview/quarters.ts';

const count = (timeZone: string, ...times: string[]) => {
  const quarters = new Map<string, number>();
  for (const time of times) {
    const quarter = String(quarterOf(Date.parse(time)));
    quarters.set(quarter, (quarters.get(quarter) ?? 0) + 1);
  }
  return Object.fromEntries(countDays(quarters, timeZone));
};

test('a day begins where people live', () => {
  const times = ['2026-03-01T17:59:59Z', '2026-03-01T18:15:00Z', '2026-03-01T18:30:00Z'];
  expect(count('UTC', ...times)).toEqual({ '2026-03-01': 3 });
  expect(count('Asia/Shanghai', ...times)).toEqual({ '2026-03-02': 3 });
  expect(count('Asia/Kolkata', ...times)).toEqual({ '2026-03-01': 2, '2026-03-02': 1 });
  expect(count('Asia/Kathmandu', ...times)).toEqual({ '2026-03-01': 1, '2026-03-02': 2 });
});

test('a day on which the clocks change is a whole day', () => {
  // In Berlin, 29 March 2026 lasts from 23:00 UTC the day before to 22:00 UTC.
  const edges = [
    '2026-03-28T22:59:00Z',
    '2026-03-28T23:00:00Z',
    '2026-03-29T21:59:00Z',
    '2026-03-29T22:00:00Z',
  ];
  expect(count('Europe/Berlin', ...edges)).toEqual({ '2026-03-28': 1, '2026-03-29': 2, '2026-03-30': 1 });
});
