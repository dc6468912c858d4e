import { desc, eq, sql } from 'drizzle-orm';
import { inTransaction, withDatabase } from '#db/client.ts';
import { type Cursor, cutPage, formatCursor } from '#db/queries/cursor.ts';
import { matchesFilter } from '#db/queries/preference-filter.ts';
import { countIndexed } from '#db/queries/search-count.ts';
import { searchLog } from '#db/queries/search-log.ts';
import { listTagged } from '#db/queries/tagged-log.ts';
import { ballots } from '#db/schema/ballots.ts';
import { turns } from '#db/schema/turns.ts';
import type { PreferenceFilter } from '#lib/preferences/log-schema.ts';
import { parseSearch } from '#lib/preferences/search/search-terms.ts';

/** Short enough for one transaction on all of them. */
const atOnce = 1_000;

/** The ids of all ballots that match, newest first, in lots; those that come meanwhile are left out. */
export async function* findBallots(filter: PreferenceFilter): AsyncGenerator<string[]> {
  let cursor: string | undefined;
  do {
    const { ids, next } = await findLot(filter, cursor);
    if (ids.length > 0) yield ids;
    cursor = next ?? undefined;
  } while (cursor !== undefined);
}

/** How many ballots match, exactly. */
export async function countBallots(filter: PreferenceFilter): Promise<number> {
  const indexed = await inTransaction((tx) => countIndexed(tx, filter), 'snapshot');
  if (indexed?.exact) return indexed.value;
  let count = 0;
  if (parseSearch(filter.q ?? '').length > 0) {
    for await (const ids of findBallots(filter)) count += ids.length;
    return count;
  }
  const [row] = await withDatabase((db) =>
    db
      .select({ count: sql<number>`count(*)::int` })
      .from(ballots)
      .innerJoin(turns, eq(turns.id, ballots.turnId))
      .where(matchesFilter(filter)),
  );
  return row?.count ?? 0;
}

async function findLot(
  filter: PreferenceFilter,
  cursor: string | undefined,
): Promise<{ ids: string[]; next: string | null }> {
  // Without words the tables are read from one end to the other once, which the index cannot do sooner.
  if (parseSearch(filter.q ?? '').length > 0) {
    const page = { limit: atOnce, cursor };
    const { keys, next } = await inTransaction((tx) => searchLog(tx, filter, page), 'snapshot');
    return { ids: keys.map(({ id }) => id), next: next && formatCursor(next) };
  }
  const { tag } = filter;
  const found = await (tag === undefined
    ? listMatching(filter, atOnce + 1, cursor)
    : listTagged({ ...filter, tag }, atOnce + 1, cursor));
  const { rows, nextCursor } = cutPage(found, atOnce, (row) => row);
  return { ids: rows.map(({ id }) => id), next: nextCursor };
}

async function listMatching(filter: PreferenceFilter, limit: number, cursor?: string): Promise<Cursor[]> {
  return withDatabase((db) =>
    db
      .select({ id: ballots.id, at: ballots.createdAt })
      .from(ballots)
      .innerJoin(turns, eq(turns.id, ballots.turnId))
      .where(matchesFilter(filter, cursor))
      .orderBy(desc(ballots.createdAt), desc(ballots.id))
      .limit(limit),
  );
}
