import { inArray } from 'drizzle-orm';
import { inTransaction, withDatabase } from '#db/client.ts';
import { type Counted, countValues } from '#db/queries/overview-counts.ts';
import { endpoints } from '#db/schema/endpoints.ts';
import { flagSchema } from '#lib/preferences/ballot-schema.ts';
import { outcomeSchema, type PreferenceFilter } from '#lib/preferences/log-schema.ts';
import { type LaneResult, laneResults } from '#lib/preferences/overview/lane-result.ts';
import type { Overview } from '#lib/preferences/overview/overview-schema.ts';
import { countDays } from '#lib/preferences/overview/quarters.ts';

/** Values of a chart at most; the rest is a number. */
const mostRows = 50;

/**
 * What the log holds under a filter, counted for charts. Days are those of the time zone.
 * @param mostMs how long a search for words may read; what it found by then is counted.
 */
export async function getOverview(
  filter: PreferenceFilter,
  timeZone: string,
  mostMs?: number,
): Promise<Overview> {
  const { count, values } = await inTransaction((tx) => countValues(tx, filter, mostMs), 'snapshot');
  const plain = (name: 'rater' | 'language') => byCount(values[name]);
  return {
    count,
    days: [...countDays(values.quarter, timeZone)].map(([day, found]) => ({ day, count: found })),
    outcomes: byCount(values.outcome).map(([name, found]) => ({
      outcome: outcomeSchema.parse(name),
      count: found,
    })),
    endpoints: await toEndpoints(values.lane),
    raters: cut(plain('rater'), ([id, found]) => ({ id, count: found })),
    languages: cut(plain('language'), ([language, found]) => ({ language, count: found })),
    flags: byCount(values.flag).map(([flag, found]) => ({ flag: flagSchema.parse(flag), count: found })),
  };
}

/** The most frequent first; equals in the order of their names. */
function byCount(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].toSorted(([a, some], [b, others]) => others - some || (a < b ? -1 : 1));
}

function cut<Value, Row>(all: readonly Value[], toRow: (value: Value) => Row) {
  return { values: all.length, rows: all.slice(0, mostRows).map(toRow) };
}

async function toEndpoints(lanes: Counted['values']['lane']): Promise<Overview['endpoints']> {
  const results = new Map<string, Map<string, number>>();
  for (const [lane, count] of lanes) {
    const [result = '', ...rest] = lane.split(' ');
    const id = rest.join(' ');
    results.set(id, (results.get(id) ?? new Map()).set(result, count));
  }
  const sums = new Map(
    [...results].map(([id, counts]) => [id, [...counts.values()].reduce((a, b) => a + b, 0)]),
  );
  const { values, rows } = cut(byCount(sums), ([id]) => id);
  const named = await withDatabase((db) =>
    db.select({ id: endpoints.id, name: endpoints.name }).from(endpoints).where(inArray(endpoints.id, rows)),
  );
  const nameOf = new Map(named.map(({ id, name }) => [id, name]));
  const countOf = (id: string, result: LaneResult) => results.get(id)?.get(result) ?? 0;
  return {
    values,
    rows: rows.map((id) => ({
      id,
      name: nameOf.get(id) ?? id,
      ...byResult((result) => countOf(id, result)),
    })),
  };
}

function byResult<Value>(make: (result: LaneResult) => Value): Record<LaneResult, Value> {
  const [won, tied, lost, bad, unranked] = laneResults;
  return { won: make(won), tied: make(tied), lost: make(lost), bad: make(bad), unranked: make(unranked) };
}
