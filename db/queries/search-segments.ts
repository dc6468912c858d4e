import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { parseCursor } from '#db/queries/cursor.ts';
import { countBefore, decodeKey, type SearchKey } from '#db/queries/search-keys.ts';
import type { PreferenceFilter } from '#lib/preferences/log-schema.ts';
import { countPlaces, intersect, keepPlaces, listPlaces } from '#lib/preferences/search/postings.ts';

/** What reads of one moment: a transaction, or a SnapshotReader. */
export type Reader = { execute(query: SQL): PromiseLike<readonly Record<string, unknown>[]> };

/** The part of the log that is asked for: records before this key, and times in ms. */
export type SearchWindow = { before: SearchKey; from: number };

/** The records of a segment that may match. */
export class PlacedSegment {
  readonly id: number;
  /** Times of its oldest and its newest record. */
  readonly firstAt: number;
  readonly lastAt: number;
  /** How many records there are, whether or not they may match. */
  readonly of: number;
  readonly #bitmap: Uint8Array;
  readonly #found: number;
  #places: number[] | null = null;

  constructor(segment: { id: number; firstAt: number; lastAt: number; count: number }, bitmap: Uint8Array) {
    this.id = segment.id;
    this.firstAt = segment.firstAt;
    this.lastAt = segment.lastAt;
    this.of = segment.count;
    this.#bitmap = bitmap;
    this.#found = countPlaces(bitmap);
  }

  /** How many records may match. */
  get size(): number {
    return this.#places?.length ?? this.#found;
  }

  /** Ascending; whoever takes some away takes them from here. Most segments are counted alone. */
  get places(): number[] {
    this.#places ??= listPlaces(this.#bitmap);
    return this.#places;
  }

  drop(places: ReadonlySet<number>): void {
    this.#places = this.places.filter((place) => !places.has(place));
  }
}

/** Below every id: nothing of its time is before such a key. */
export const lowestId = '00000000-0000-0000-0000-000000000000';

/** What the time limits of a filter leave, behind the cursor. */
export function windowOf({ from, to }: PreferenceFilter, cursor?: string): SearchWindow {
  const last = to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to);
  const after = cursor === undefined ? null : parseCursor(cursor);
  return {
    from: from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from),
    before: after ? { at: after.at.getTime(), id: after.id } : { at: last, id: lowestId },
  };
}

const segmentsSchema = z.array(
  z.object({
    id: z.number(),
    firstAt: z.number(),
    lastAt: z.number(),
    count: z.number(),
    dead: z.instanceof(Buffer).nullable(),
  }),
);
const gramsSchema = z.array(z.object({ segmentId: z.number(), places: z.instanceof(Buffer) }));
const placedKeysSchema = z.array(z.object({ id: z.number(), place: z.number(), key: z.instanceof(Buffer) }));

/** The indexed records of the window that may have all of the grams. */
export async function findPlaces(
  tx: Reader,
  grams: ReadonlySet<number>,
  { before, from }: SearchWindow,
): Promise<PlacedSegment[]> {
  const segments = segmentsSchema.parse(
    await tx.execute(sql`select id, ${toMs('first_at')} as "firstAt", ${toMs('last_at')} as "lastAt", count, dead
      from search_segments where last_at >= ${toTime(from)}::timestamptz and first_at <= ${toTime(before.at)}::timestamptz`),
  );
  const rows = gramsSchema.parse(
    await tx.execute(sql`select segment_id as "segmentId", places from search_grams
      where segment_id = any(${toList(segments.map(({ id }) => id))}::int[]) and gram = any(${toList([...grams])}::int[])`),
  );
  const setsOf = Map.groupBy(rows, ({ segmentId }) => segmentId);
  const found: PlacedSegment[] = [];
  for (const segment of segments) {
    const { id, firstAt, lastAt, count, dead } = segment;
    const sets = (setsOf.get(id) ?? []).map(({ places }) => places);
    if (sets.length < grams.size) continue;
    const bitmap = intersect(sets, dead, count);
    const isCut = { below: firstAt < from, above: lastAt >= before.at };
    if (isCut.below || isCut.above) {
      const keys = await readKeys(tx, id);
      const start = isCut.below ? countBefore(keys, { at: from, id: lowestId }) : 0;
      keepPlaces(bitmap, start, isCut.above ? countBefore(keys, before) : count);
    }
    const placed = new PlacedSegment({ ...segment, lastAt: Math.min(lastAt, before.at) }, bitmap);
    if (placed.size > 0) found.push(placed);
  }
  return found;
}

const toMs = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);

/** Takes the newest `count` places off each segment, and reads what stands there, newest first. */
export async function takeKeys(
  tx: Reader,
  segments: readonly PlacedSegment[],
  count: number,
): Promise<Map<number, SearchKey[]>> {
  const wanted = segments.flatMap(({ id, places }) => places.splice(-count).map((place) => ({ id, place })));
  const rows = placedKeysSchema.parse(
    await tx.execute(sql`select w.id, w.place, substring(s.keys from w.place * 24 + 1 for 24) as key
      from unnest(${toList(wanted.map(({ id }) => id))}::int[],
        ${toList(wanted.map(({ place }) => place))}::int[]) as w(id, place)
      join search_segments s on s.id = w.id order by w.place desc`),
  );
  const keys = new Map<number, SearchKey[]>();
  for (const { id, key } of rows) keys.set(id, [...(keys.get(id) ?? []), decodeKey(key)]);
  return keys;
}

/** All keys of the records of a segment, by their places. */
export async function readKeys(tx: Reader, segmentId: number): Promise<Buffer> {
  const [row] = await tx.execute(sql`select keys from search_segments where id = ${segmentId}`);
  return z.instanceof(Buffer).parse(row?.keys);
}

export const toList = (numbers: readonly number[]) => `{${numbers.join(',')}}`;

/** As PostgreSQL reads it. */
export function toTime(ms: number): string {
  if (Number.isFinite(ms)) return new Date(ms).toISOString();
  return ms > 0 ? 'infinity' : '-infinity';
}
