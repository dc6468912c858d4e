import type { ComparisonSummary } from '#lib/arena/history-schema.ts';

export type DayGroup = 'today' | 'yesterday' | 'earlier';

function startOfDay(time: Date, daysBack: number): number {
  return new Date(time.getFullYear(), time.getMonth(), time.getDate() - daysBack).getTime();
}

/** Comparisons by their last activity in local days; the order within is kept, empty groups are left out. */
export function groupByDay(
  comparisons: readonly ComparisonSummary[],
  now: Date,
): { day: DayGroup; comparisons: ComparisonSummary[] }[] {
  const today = startOfDay(now, 0);
  const yesterday = startOfDay(now, 1);
  const groups = Map.groupBy(comparisons, ({ updatedAt }): DayGroup => {
    const time = Date.parse(updatedAt);
    if (time >= today) return 'today';
    return time >= yesterday ? 'yesterday' : 'earlier';
  });
  return (['today', 'yesterday', 'earlier'] as const).flatMap((day) => {
    const members = groups.get(day);
    return members ? [{ day, comparisons: members }] : [];
  });
}
