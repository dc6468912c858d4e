import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '#db/client.ts';
import { isKnownToIndex, selectDocuments, toRecordValues } from '#db/queries/search-documents.ts';
import { placesOf, type SearchKey } from '#db/queries/search-keys.ts';
import { gramsOf, pickByFields, searchLog } from '#db/queries/search-log.ts';
import { findPlaces, type PlacedSegment, readKeys, toList, windowOf } from '#db/queries/search-segments.ts';
import type { Count, PreferenceFilter } from '#lib/preferences/log-schema.ts';
import { parseSearch } from '#lib/preferences/search/search-terms.ts';
import {
  addValues,
  countColumns,
  noCounts,
  type ValueCounts,
} from '#lib/preferences/search/segment-columns.ts';

export type Counted = { count: Count; values: ValueCounts };

/** Waiting records read one by one, at most. */
const mostWaiting = 10_000;
/** Records read one by one where the index cannot tell which ones match. */
const mostSearched = 2_000;
const segmentsAtOnce = 16;

const waitingSchema = z.array(z.object({ at: z.number(), id: z.string(), isRevision: z.boolean() }));
type Waiting = z.infer<typeof waitingSchema>[number];

/** What the records that match have, from the columns of the index; words are searched as far as a page would. */
export async function countValues(tx: Transaction, filter: PreferenceFilter): Promise<Counted> {
  if (parseSearch(filter.q ?? '').length > 0 || !isKnownToIndex(filter)) return countFound(tx, filter);
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
  const indexed = segments.reduce((sum, { places }) => sum + places.length, 0);
  const passed = await pickByFields(tx, waiting.slice(0, mostWaiting), filter);
  await countRecords(tx, passed, values);
  return {
    count: { value: indexed + passed.length, exact: waiting.length <= mostWaiting },
    values,
  };
}

async function countFound(tx: Transaction, filter: PreferenceFilter): Promise<Counted> {
  const { keys, next } = await searchLog(tx, filter, { limit: mostSearched });
  const values = noCounts();
  await countRecords(tx, keys, values);
  return { count: { value: keys.length, exact: next === null }, values };
}

async function countRecords(tx: Transaction, keys: readonly SearchKey[], values: ValueCounts): Promise<void> {
  if (keys.length === 0) return;
  const rows = await tx.execute(selectDocuments(keys, { facets: true }));
  for (const { line } of z.array(z.object({ line: z.string() })).parse(rows)) {
    addValues(values, toRecordValues(line));
  }
}

async function countSegments(
  tx: Transaction,
  segments: readonly PlacedSegment[],
  values: ValueCounts,
): Promise<void> {
  const placesOf = new Map(segments.map(({ id, places }) => [id, places]));
  const rows = z
    .array(z.object({ id: z.number(), columns: z.instanceof(Buffer) }))
    .parse(
      await tx.execute(
        sql`select id, columns from search_segments where id = any(${toList([...placesOf.keys()])}::int[])`,
      ),
    );
  for (const { id, columns } of rows) countColumns(values, columns, placesOf.get(id) ?? []);
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
    const gone = new Set(placesOf(await readKeys(tx, segment.id), near));
    segment.places = segment.places.filter((place) => !gone.has(place));
  }
}
