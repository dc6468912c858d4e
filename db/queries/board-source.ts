import { and, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import { matchesPairs } from '#db/queries/board-filter.ts';
import { ballotPairs } from '#db/schema/ballot-pairs.ts';
import { pairCounts } from '#db/schema/pair-counts.ts';
import type { BoardFilter } from '#lib/rating/board-schema.ts';

/**
 * Rows of counts under a filter, with the columns of pair_counts. Kept counts answer one filter of mode, language
 * and category, and whole days; a rater goes with any of them. What is left is read from kept pairs: parts of days
 * at both ends, and filters in combination.
 */
export function selectCounts(filter: BoardFilter): SQL {
  const { mode, language, category, from, to } = filter;
  const chosen = Object.entries({ mode, language, category }).filter(([, value]) => value !== undefined);
  const isTimed = from !== undefined || to !== undefined;
  const [facet] = chosen;
  if (chosen.length === 0 && isTimed) return selectTimed(filter);
  if (chosen.length > 1 || isTimed) return selectPairs(filter);
  return selectKept(filter, facet ? eqFacet(facet[0], facet[1]) : eqFacet('all', ''));
}

const eqFacet = (facet: string, value = '') => and(eq(pairCounts.facet, facet), eq(pairCounts.value, value));

const columns = sql.raw(
  'rater_id, endpoint_a, endpoint_b, card_a, card_b, lane_count, wins_a, wins_b, ties, both_bad',
);

function selectKept({ rater }: BoardFilter, facet: SQL | undefined): SQL {
  const own = rater === undefined ? undefined : eq(pairCounts.raterId, rater);
  return sql`select value, ${columns} from ${pairCounts} where ${and(facet, own)}`;
}

/** Every UTC day's counts under a filter of raters alone. */
export const selectDays = (filter: BoardFilter): SQL => selectKept(filter, eq(pairCounts.facet, 'day'));

/** One row for each two lanes of each ballot that counts. */
export const selectPairs = (filter: BoardFilter): SQL =>
  sql`select created_at, ${columns} from ${ballotPairs} where ${matchesPairs(filter)}`;

const dayMs = 86_400_000;

function selectTimed(filter: BoardFilter): SQL {
  const from = filter.from === undefined ? null : Date.parse(filter.from);
  const to = filter.to === undefined ? null : Date.parse(filter.to);
  const first = from === null ? null : Math.ceil(from / dayMs) * dayMs;
  const end = to === null ? null : Math.floor(to / dayMs) * dayMs;
  if (first !== null && end !== null && first >= end) return selectPairs(filter);
  const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
  const days = and(
    eq(pairCounts.facet, 'day'),
    first === null ? undefined : gte(pairCounts.value, dayOf(first)),
    end === null ? undefined : lt(pairCounts.value, dayOf(end)),
  );
  const edge = (start: number, stop: number) => {
    const part = { ...filter, from: new Date(start).toISOString(), to: new Date(stop).toISOString() };
    return sql`select '', ${columns} from (${selectPairs(part)}) as edge`;
  };
  const parts = [selectKept(filter, days)];
  if (from !== null && first !== null && from < first) parts.push(edge(from, first));
  if (to !== null && end !== null && end < to) parts.push(edge(end, to));
  return sql.join(parts, sql` union all `);
}
