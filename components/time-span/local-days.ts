/** A day in the person's own time zone, as date fields write it: "2026-11-23". */
export function toDay(time: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

/** The first moment of a day, shifted by whole days; null when the text is no day. */
export function startOfDay(day: string, shift = 0): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return null;
  const [year, month, date] = match.slice(1).map(Number);
  const time = new Date(year ?? 0, (month ?? 0) - 1, (date ?? 0) + shift);
  return Number.isNaN(time.getTime()) ? null : time;
}

/** The day that lies so many days before today. */
export function daysAgo(days: number, now: Date = new Date()): string {
  return toDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() - days));
}
