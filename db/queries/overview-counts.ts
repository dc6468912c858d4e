import { desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '#db/client.ts';
import { matchesFilter } from '#db/queries/preference-filter.ts';
import { isKnownToIndex, selectDocuments, toRecordValues } from '#db/queries/search-documents.ts';
import { placesOf, type SearchKey } from '#db/queries/search-keys.ts';
import { gramsOf, pickByFields, searchLog } from '#db/queries/search-log.ts';
import { findPlaces, type PlacedSegment, readKeys, toList, windowOf } from '#db/queries/search-segments.ts';
import { ballots } from '#db/schema/ballots.ts';
import { turns } from '#db/schema/turns.ts';
import type { Count, PreferenceFilter } from '#lib/preferences/log-schema.ts';
import { parseSearch } from '#lib/preferences/search/search-terms.ts';
import {
  addTotals,
  addValues,
  countColumns,
  noCounts,
  totalsSchema,
  type ValueCounts,
} from '#lib/preferences/search/segment-columns.ts';

export type Counted = { count: Count; values: ValueCounts };

/** Waiting records read one by one, at most. */
const mostWaiting = 10_000;
/** Records read one by one where the index cannot tell which ones match. */
const mostSearched = 2_000;
/** A page of the list answers sooner than a chart needs to. */
const searchMs = 160;
const segmentsAtOnce = 16;

const waitingSchema = z.array(z.object({ at: z.number(), id: z.string(), isRevision: z.boolean() }));
type Waiting = z.infer<typeof waitingSchema>[number];

/** What the records that match have, from the columns of the index; words are searched as far as a page would. */
export async function countValues(
  tx: Transaction,
  filter: PreferenceFilter,
  mostMs = searchMs,
): Promise<Counted> {
  if (hasWords(filter) || !isKnownToIndex(filter)) return countFound(tx, filter, mostMs);
  const waiting = await listWaiting(tx);
  const segments = await findPlaces(tx, gramsOf(filter, []), windowOf(filter));
  await dropRevised(
    tx,
    segments,
    waiting.filter(({ isRevision }) => isRevision),
  );
  const values = noCounts();
  for (let start = 0; start < segments.length; start += segmentsAtOnce) {
    await countSegments(tx, segments.slice(start, start + segmentsAtOnce), values);
  }
  const indexed = segments.reduce((sum, { size }) => sum + size, 0);
  const passed = await pickByFields(tx, waiting.slice(0, mostWaiting), filter);
  await countRecords(tx, passed, values);
  return {
    count: { value: indexed + passed.length, exact: waiting.length <= mostWaiting },
    values,
  };
}

async function countFound(tx: Transaction, filter: PreferenceFilter, mostMs: number): Promise<Counted> {
  const { keys, isAll } = hasWords(filter)
    ? await searchSome(tx, filter, mostMs)
    : await selectSome(tx, filter);
  const values = noCounts();
  await countRecords(tx, keys, values);
  return { count: { value: keys.length, exact: isAll }, values };
}

type Some = { keys: SearchKey[]; isAll: boolean };

async function searchSome(tx: Transaction, filter: PreferenceFilter, mostMs: number): Promise<Some> {
  const { keys, next } = await searchLog(tx, filter, { limit: mostSearched, mostMs });
  return { keys, isAll: next === null };
}

async function selectSome(tx: Transaction, filter: PreferenceFilter): Promise<Some> {
  const rows = await tx
    .select({ id: ballots.id, at: ballots.createdAt })
    .from(ballots)
    .innerJoin(turns, eq(turns.id, ballots.turnId))
    .where(matchesFilter(filter))
    .orderBy(desc(ballots.createdAt), desc(ballots.id))
    .limit(mostSearched + 1);
  const keys = rows.slice(0, mostSearched).map(({ id, at }) => ({ id, at: at.getTime() }));
  return { keys, isAll: rows.length <= mostSearched };
}

const hasWords = ({ q }: PreferenceFilter) => parseSearch(q ?? '').length > 0;

async function countRecords(tx: Transaction, keys: readonly SearchKey[], values: ValueCounts): Promise<void> {
  if (keys.length === 0) return;
  const rows = await tx.execute(selectDocuments(keys, { facets: true }));
  for (const { line } of z.array(z.object({ line: z.string() })).parse(rows)) {
    addValues(values, toRecordValues(line));
  }
}

/** Of segments that match whole, the sums are kept. */
async function countSegments(
  tx: Transaction,
  segments: readonly PlacedSegment[],
  values: ValueCounts,
): Promise<void> {
  const [whole, parted] = [true, false].map((isWhole) =>
    segments.filter(({ size, of }) => (size === of) === isWhole),
  );
  const totals = await readOf(tx, whole, 'totals', totalsSchema);
  for (const found of totals.values()) addTotals(values, found);
  const columns = await readOf(tx, parted, 'columns', z.instanceof(Buffer));
  for (const { id, places } of parted ?? []) {
    const bytes = columns.get(id);
    if (bytes) countColumns(values, bytes, places);
  }
}

async function readOf<Value>(
  tx: Transaction,
  segments: readonly PlacedSegment[] = [],
  column: 'totals' | 'columns',
  schema: z.ZodType<Value>,
): Promise<Map<number, Value>> {
  if (segments.length === 0) return new Map();
  const rows = await tx.execute(sql`select id, ${sql.raw(column)} as value from search_segments
    where id = any(${toList(segments.map(({ id }) => id))}::int[])`);
  const found = z.array(z.object({ id: z.number(), value: schema })).parse(rows);
  return new Map(found.map(({ id, value }) => [id, value]));
}

/** Records that are not in the index as they stand now, the newest ones; one more than are read. */
async function listWaiting(tx: Transaction): Promise<Waiting[]> {
  return waitingSchema.parse(
    await tx.execute(sql`select (extract(epoch from created_at) * 1000)::float8 as at, ballot_id as id,
        is_revision as "isRevision"
      from search_pending order by created_at desc, ballot_id desc limit ${mostWaiting + 1}`),
  );
}

/** Takes away the places of records as they were before they changed. */
async function dropRevised(
  tx: Transaction,
  segments: readonly PlacedSegment[],
  revised: readonly Waiting[],
): Promise<void> {
  for (const segment of segments) {
    const near = revised.filter(({ at }) => at >= segment.firstAt && at <= segment.lastAt);
    if (near.length === 0) continue;
    segment.drop(new Set(placesOf(await readKeys(tx, segment.id), near)));
  }
}
