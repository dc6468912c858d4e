import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '#db/client.ts';
import { matchesFilter } from '#db/queries/preference-filter.ts';
import { facetsOf, isKnownToIndex } from '#db/queries/search-documents.ts';
import { findPlaces, type SearchWindow, windowOf } from '#db/queries/search-segments.ts';
import { ballots } from '#db/schema/ballots.ts';
import { searchPending } from '#db/schema/search.ts';
import { turns } from '#db/schema/turns.ts';
import type { Count, PreferenceFilter } from '#lib/preferences/log-schema.ts';
import { facetGram } from '#lib/preferences/search/grams.ts';
import { bitmapBytes } from '#lib/preferences/search/postings.ts';
import { parseSearch } from '#lib/preferences/search/search-terms.ts';

/** More are not looked into for a count. */
const mostWaiting = 2_000;
/** Of fewer, others can count some one by one. */
const fewRecords = 10_000;

/**
 * How many records match, by their times and indexed properties and by looking at those that wait. null where the
 * index cannot tell: for words, tags and exclusions, and for small logs in motion.
 */
export async function countIndexed(tx: Transaction, filter: PreferenceFilter): Promise<Count | null> {
  if (parseSearch(filter.q ?? '').length > 0 || !isKnownToIndex(filter)) return null;
  const grams = new Set(facetsOf(filter).map(([name, value]) => facetGram(name, value)));
  const [waiting] =
    await tx.execute(sql`select count(*)::int as all, count(*) filter (where is_revision)::int as revised
    from (select is_revision from search_pending limit ${mostWaiting + 1}) as waiting`);
  const { all, revised } = z.object({ all: z.number(), revised: z.number() }).parse(waiting);
  const isWhole = filter.from === undefined && filter.to === undefined;
  const indexed =
    (isWhole ? await countWhole(tx, grams) : null) ?? (await countPlaces(tx, grams, windowOf(filter)));
  // Records that wait to be indexed anew may be counted as they were.
  if (all > mostWaiting || revised > 0)
    return indexed < fewRecords ? null : { value: indexed - revised, exact: false };
  return { value: indexed + (all === 0 ? 0 : await countWaiting(tx, filter)), exact: true };
}

/** How many places a set of them holds. */
const sizeOf = (set: string) =>
  sql.raw(`case when length(${set}) = ${bitmapBytes} then bit_count(${set}) else length(${set}) / 2 end`);

async function countAll(tx: Transaction): Promise<number> {
  // Of dead records there are few, so their segments are few as well.
  const [row] = await tx.execute(sql`select (coalesce(sum(count), 0)
      - coalesce(sum(${sizeOf('dead')}) filter (where dead is not null), 0))::int as value from search_segments`);
  return z.object({ value: z.number() }).parse(row).value;
}

/** Records with one property alone are added up where they are; null where some of them are dead. */
async function countOne(tx: Transaction, gram: number): Promise<number | null> {
  const [row] = await tx.execute(sql`select coalesce(sum(${sizeOf('places')}), 0)::int as value,
      coalesce(bool_or(dead is not null), false) as "hasDead"
    from search_segments join search_grams on segment_id = id and gram = ${gram}`);
  const { value, hasDead } = z.object({ value: z.number(), hasDead: z.boolean() }).parse(row);
  return hasDead ? null : value;
}

async function countPlaces(
  tx: Transaction,
  grams: ReadonlySet<number>,
  window: SearchWindow,
): Promise<number> {
  const segments = await findPlaces(tx, grams, window);
  return segments.reduce((sum, { size }) => sum + size, 0);
}

async function countWhole(tx: Transaction, grams: ReadonlySet<number>): Promise<number | null> {
  const [gram] = grams;
  if (gram === undefined) return countAll(tx);
  return grams.size === 1 ? countOne(tx, gram) : null;
}

async function countWaiting(tx: Transaction, filter: PreferenceFilter): Promise<number> {
  const [row] = await tx
    .select({ value: sql<number>`count(*)::int` })
    .from(searchPending)
    .innerJoin(
      ballots,
      and(eq(ballots.id, searchPending.ballotId), eq(ballots.createdAt, searchPending.createdAt)),
    )
    .innerJoin(turns, eq(turns.id, ballots.turnId))
    .where(matchesFilter(filter));
  return row?.value ?? 0;
}
