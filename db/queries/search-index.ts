import postgres from 'postgres';
import { getDirectUrl, withDatabase } from '#db/client.ts';
import { toDatabaseError } from '#db/connection-error.ts';
import { buildSegment, insertSegment } from '#db/queries/search-build.ts';
import { decodeKey, isBefore, placesOf, type SearchKey } from '#db/queries/search-keys.ts';
import { searchPending } from '#db/schema/search.ts';
import { encodePlaces, listPlaces, segmentSize, toBitmap } from '#lib/preferences/search/postings.ts';

/** Fewer are not worth a segment: a search reads them one by one. */
const leastPending = 512;
/** More are indexed even while others come in. */
const mostPending = 8_192;
/** Segments with fewer records are put together. */
const leastFull = segmentSize / 2;
/** Any number that no other program on the same database takes. */
const lockKey = 0x6261696a6963;

type Client = postgres.Sql | postgres.TransactionSql;
type Pending = SearchKey & { isRevision: boolean; changedBy: string };
type Segment = { id: number; firstAt: Date; lastAt: Date; count: number; dead: Buffer | null };

type IndexOptions = {
  /** How many records must wait for it to be worth while. */
  least?: number;
  signal?: AbortSignal;
};

/** How many records wait, counted up to `mostPending`. */
export async function countPending(): Promise<number> {
  const waiting = await withDatabase((db) =>
    db.select({ id: searchPending.ballotId }).from(searchPending).limit(mostPending),
  );
  return waiting.length;
}

/**
 * Whether it is time to index: enough wait, and no more came since the last look, so that raters who all judge at
 * once are not slowed down. Searches would have too much to read by themselves when more and more wait.
 */
export function isIndexingDue(pending: number, before: number): boolean {
  return pending >= mostPending || (pending >= leastPending && pending === before);
}

/**
 * Brings the index of the log up to date, on a connection of its own; one process at a time works, others leave it
 * to that one. A search is right at every moment: it reads what is not indexed yet itself.
 * @returns how many records were indexed.
 */
export async function indexPending({ least = leastPending, signal }: IndexOptions = {}): Promise<number> {
  const client = postgres(getDirectUrl(), {
    max: 1,
    fetch_types: false,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: 'baijia-index', statement_timeout: 0 },
  });
  try {
    const [lock] = await client`select pg_try_advisory_lock(${lockKey}) as taken`;
    if (!lock?.taken) return 0;
    let indexed = 0;
    for (;;) {
      signal?.throwIfAborted();
      const lot = await readPending(client);
      const done = lot.length < least ? 0 : await indexLot(client, lot);
      indexed += done;
      if (done === 0) return indexed;
      await mergeSmall(client);
    }
  } catch (error) {
    throw toDatabaseError(error);
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function readPending(client: Client): Promise<Pending[]> {
  const rows = await client<{ at: number; id: string; isRevision: boolean; changedBy: string }[]>`
    select extract(epoch from created_at)::float8 * 1000 as at, ballot_id as id, is_revision as "isRevision",
      changed_by::text as "changedBy"
    from search_pending order by created_at desc, ballot_id desc limit ${segmentSize}`;
  return rows.map((row) => ({ ...row, at: Math.round(row.at) })).reverse();
}

async function indexLot(client: postgres.Sql, lot: readonly Pending[]): Promise<number> {
  const built = await buildSegment(client, lot);
  const isIn = new Set(built.keys.map(({ id }) => id));
  // Those whose record is gone or has another time now are struck off as well.
  const struck = lot.filter(({ id }) => isIn.has(id) || !built.waiting.has(id));
  const dead = await findDead(
    client,
    lot.filter(({ id, isRevision }) => isRevision && isIn.has(id)),
  );
  await client.begin(async (tx) => {
    const ids = `{${struck.map(({ id }) => id).join(',')}}`;
    const changes = `{${struck.map(({ changedBy }) => changedBy).join(',')}}`;
    await tx`delete from search_pending p using unnest(${ids}::uuid[], ${changes}::bigint[]) as done(id, changed_by)
      where p.ballot_id = done.id and p.changed_by = done.changed_by`;
    // Changed while it was read: what now goes into the index is old, and the next round must know that it is there.
    await tx`update search_pending set is_revision = true where ballot_id = any(${ids}::uuid[])`;
    for (const [segmentId, places] of dead) {
      await tx`update search_segments set dead = ${encodePlaces(Uint16Array.from(places))} where id = ${segmentId}`;
    }
    await insertSegment(tx, built);
  });
  return struck.length;
}

/** Small segments become one, so that a search has few to look into. */
async function mergeSmall(client: postgres.Sql): Promise<void> {
  const small = (await listSegments(client)).filter(({ count }) => count < leastFull);
  if (small.reduce((sum, { count }) => sum + count, 0) < leastFull) return;
  const keys: SearchKey[] = [];
  for (const segment of small) {
    const bytes = await readKeys(client, segment.id);
    const dead = segment.dead && toBitmap(segment.dead);
    for (let place = 0; place < segment.count; place += 1) {
      const isDead = ((dead?.[place >> 3] ?? 0) >> (place & 7)) & 1;
      if (!isDead) keys.push(decodeKey(bytes, place));
    }
  }
  const built = await buildSegment(
    client,
    keys.toSorted((a, b) => (isBefore(a, b) ? -1 : 1)),
  );
  await client.begin(async (tx) => {
    const ids = `{${small.map(({ id }) => id).join(',')}}`;
    await tx`delete from search_grams where segment_id = any(${ids}::int[])`;
    await tx`delete from search_segments where id = any(${ids}::int[])`;
    await insertSegment(tx, built);
  });
}

async function listSegments(client: Client): Promise<Segment[]> {
  return client<
    Segment[]
  >`select id, first_at as "firstAt", last_at as "lastAt", count, dead from search_segments`;
}

async function readKeys(client: Client, segmentId: number): Promise<Buffer> {
  const [row] = await client<{ keys: Buffer }[]>`select keys from search_segments where id = ${segmentId}`;
  return row?.keys ?? Buffer.alloc(0);
}

/** Segment by segment, the places that are dead once these records are indexed anew. */
async function findDead(client: Client, revised: readonly SearchKey[]): Promise<Map<number, number[]>> {
  const dead = new Map<number, number[]>();
  if (revised.length === 0) return dead;
  for (const segment of await listSegments(client)) {
    const near = revised.filter(
      ({ at }) => at >= segment.firstAt.getTime() && at <= segment.lastAt.getTime(),
    );
    if (near.length === 0) continue;
    const keys = await readKeys(client, segment.id);
    const places = placesOf(keys, near);
    const known = segment.dead ? listPlaces(toBitmap(segment.dead)) : [];
    if (places.length > 0)
      dead.set(
        segment.id,
        [...new Set([...known, ...places])].toSorted((a, b) => a - b),
      );
  }
  return dead;
}
