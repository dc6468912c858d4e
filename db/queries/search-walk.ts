import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { decodeKey, isBefore, type SearchKey } from '#db/queries/search-keys.ts';
import {
  findPlaces,
  lowestId,
  type Reader,
  readKeys,
  type SearchWindow,
  toTime,
} from '#db/queries/search-segments.ts';

const waitingAtOnce = 8_192;
const waitingSchema = z.array(z.object({ at: z.number(), id: z.string() }));

/**
 * The records of a window that may have all of the grams, in lots, oldest first, each once. Those that wait to be
 * indexed are among them, whatever they hold. Holds as many keys as the segments have that overlap in time.
 */
export async function* walkCandidates(
  reader: Reader,
  grams: ReadonlySet<number>,
  window: SearchWindow,
): AsyncGenerator<SearchKey[]> {
  const segments = (await findPlaces(reader, grams, window)).toSorted((a, b) => a.firstAt - b.firstAt);
  let waiting = await readWaiting(reader, { at: window.from, id: lowestId });
  let held = waiting;
  for (;;) {
    const [next] = segments;
    // What is not read yet is not older than this.
    const unread = waiting.length < waitingAtOnce ? Number.POSITIVE_INFINITY : (waiting.at(-1)?.at ?? 0);
    const bound = Math.min(next?.firstAt ?? Number.POSITIVE_INFINITY, unread);
    const lot = held.filter(({ at }) => at < bound);
    if (lot.length > 0) yield distinct(lot);
    if (bound === Number.POSITIVE_INFINITY) return;
    held = held.filter(({ at }) => at >= bound);
    if (next && next.firstAt === bound) {
      segments.shift();
      const keys = await readKeys(reader, next.id);
      held = held.concat(next.places.map((place) => decodeKey(keys, place)));
    } else {
      waiting = await readWaiting(reader, waiting.at(-1) ?? { at: bound, id: lowestId });
      held = held.concat(waiting);
    }
  }
}

/** A record that waits to be indexed anew is in a segment, too. */
function distinct(keys: readonly SearchKey[]): SearchKey[] {
  const sorted = keys.toSorted((a, b) => (isBefore(a, b) ? -1 : 1));
  return sorted.filter(({ id }, index) => id !== sorted[index - 1]?.id);
}

async function readWaiting(reader: Reader, { at, id }: SearchKey): Promise<SearchKey[]> {
  return waitingSchema.parse(
    await reader.execute(sql`select (extract(epoch from created_at) * 1000)::float8 as at, ballot_id as id
      from search_pending where (created_at, ballot_id) > (${toTime(at)}::timestamptz, ${id}::uuid)
      order by created_at, ballot_id limit ${waitingAtOnce}`),
  );
}
