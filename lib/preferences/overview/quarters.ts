const quarterMs = 15 * 60_000;
const quartersPerDay = 96;

/** Quarters of an hour since 1970: every time zone of today begins its days with one of them. @param at ms. */
export function quarterOf(at: number): number {
  return Math.floor(at / quarterMs);
}

/** Adds up what lies in the same day of the time zone: "2026-11-23" and how many, in order. */
export function countDays(quarters: ReadonlyMap<string, number>, timeZone: string): Map<string, number> {
  const shiftOf = utcShifts(timeZone);
  const days = new Map<number, number>();
  for (const [quarter, count] of quarters) {
    const day = Math.floor((Number(quarter) + shiftOf(Number(quarter))) / quartersPerDay);
    days.set(day, (days.get(day) ?? 0) + count);
  }
  return new Map([...days].toSorted(([a], [b]) => a - b).map(([day, count]) => [toIsoDay(day), count]));
}

const toIsoDay = (day: number) => new Date(day * quartersPerDay * quarterMs).toISOString().slice(0, 10);

/** How many quarters the clocks there are ahead of UTC. They rarely change, so most days ask once, not 96 times. */
function utcShifts(timeZone: string): (quarter: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric' },
  });
  const known = new Map<number, number>();
  function read(quarter: number): number {
    const parts = format.formatToParts(quarter * quarterMs);
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
    const there = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
    return quarterOf(there) - quarter;
  }
  function at(quarter: number): number {
    const shift = known.get(quarter) ?? read(quarter);
    known.set(quarter, shift);
    return shift;
  }
  return (quarter) => {
    const start = quarter - (quarter % quartersPerDay);
    const shift = at(start);
    return shift === at(start + quartersPerDay) ? shift : at(quarter);
  };
}
