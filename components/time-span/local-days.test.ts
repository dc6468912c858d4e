import { expect, test } from 'vitest';
import { daysAgo, startOfDay, toDay } from '#components/time-span/local-days.ts';

test('a day goes to its first moment and back', () => {
  expect(toDay(startOfDay('2026-03-01') ?? new Date(0))).toBe('2026-03-01');
  expect(toDay(startOfDay('2026-12-31', 1) ?? new Date(0))).toBe('2027-01-01');
  expect(startOfDay('yesterday')).toBeNull();
});

test('counts days back over months', () => {
  expect(daysAgo(0, new Date(2026, 2, 3, 23, 59))).toBe('2026-03-03');
  expect(daysAgo(6, new Date(2026, 2, 3))).toBe('2026-02-25');
});
