/** A bar of the chart over time; both days are within it. */
export type TimeGroup = { from: string; to: string; count: number };
export type TimeUnit = 'day' | 'week' | 'month' | 'year';
type DayCount = { day: string; count: number };

/** Days that still make bars one can hit; of the others, how many. */
const most = { day: 45, week: 45 * 7, month: 45 * 30 } as const;

/** Bars from the first day to the last, the empty ones among them, as fine as they fit. @param days in order. */
export function groupDays(days: readonly DayCount[]): { unit: TimeUnit; groups: TimeGroup[] } {
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  if (first === undefined || last === undefined) return { unit: 'day', groups: [] };
  const unit = unitOf((Date.parse(last) - Date.parse(first)) / 86_400_000 + 1);
  const groups: TimeGroup[] = [];
  for (let from = startOf(first, unit); from <= last; from = shift(from, unit, 1)) {
    groups.push({ from, to: shiftDays(shift(from, unit, 1), -1), count: 0 });
  }
  let index = 0;
  for (const { day, count } of days) {
    while (day > (groups[index]?.to ?? day)) index += 1;
    const group = groups[index];
    if (group) group.count += count;
  }
  return { unit, groups };
}

function unitOf(days: number): TimeUnit {
  if (days <= most.day) return 'day';
  if (days <= most.week) return 'week';
  return days <= most.month ? 'month' : 'year';
}

// Days are reckoned in UTC, where each has 24 hours; which place they are of does not matter here.
const toDay = (time: Date) => time.toISOString().slice(0, 10);

function shiftDays(day: string, by: number): string {
  const time = new Date(day);
  time.setUTCDate(time.getUTCDate() + by);
  return toDay(time);
}

/** Weeks begin on Monday. */
function startOf(day: string, unit: TimeUnit): string {
  if (unit === 'month') return `${day.slice(0, 7)}-01`;
  if (unit === 'year') return `${day.slice(0, 4)}-01-01`;
  return unit === 'week' ? shiftDays(day, -((new Date(day).getUTCDay() + 6) % 7)) : day;
}

function shift(day: string, unit: TimeUnit, by: number): string {
  if (unit === 'day' || unit === 'week') return shiftDays(day, unit === 'day' ? by : 7 * by);
  const time = new Date(day);
  if (unit === 'month') time.setUTCMonth(time.getUTCMonth() + by);
  else time.setUTCFullYear(time.getUTCFullYear() + by);
  return toDay(time);
}
