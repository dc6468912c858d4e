'use client';

import { useSyncExternalStore } from 'react';
import { daysAgo } from '#components/time-span/local-days.ts';

/** Days in the person's own time zone, both inclusive: "2026-11-23"; null: no limit. */
export type DayRange = { from: string | null; to: string | null };
export type DayRangeProps = DayRange & { onChange: (range: DayRange) => void };

const spans = [
  { name: 'today', days: 0 },
  { name: 'week', days: 6 },
  { name: 'month', days: 29 },
] as const;
export const timeSpans = ['any', ...spans.map(({ name }) => name), 'custom'] as const;
export type TimeSpan = (typeof timeSpans)[number];

const nothing = () => () => undefined;

/** null while rendering on the server, whose day may be another one. */
function useToday(): string | null {
  return useSyncExternalStore(
    nothing,
    () => daysAgo(0),
    () => null,
  );
}

/** The word for a range of days. */
export function useTimeSpan({ from, to }: DayRange): TimeSpan {
  const today = useToday();
  if (from === null && to === null) return 'any';
  if (today === null || to !== null) return 'custom';
  return spans.find(({ days }) => from === daysAgo(days))?.name ?? 'custom';
}

/** The days of a word; for `custom` the last thirty, to start from. */
export function daysOf(name: TimeSpan): DayRange {
  if (name === 'any') return { from: null, to: null };
  const span = spans.find((candidate) => candidate.name === name);
  return span ? { from: daysAgo(span.days), to: null } : { from: daysAgo(29), to: daysAgo(0) };
}
