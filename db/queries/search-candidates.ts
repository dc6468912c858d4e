import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '#db/client.ts';
import { isBefore, type SearchKey } from '#db/queries/search-keys.ts';
import {
  findPlaces,
  type PlacedSegment,
  type SearchWindow,
  takeKeys,
  toTime,
} from '#db/queries/search-segments.ts';

/** A segment, or the records that wait to be indexed. */
type Source = {
  /** null for those that wait. */
  segment: PlacedSegment | null;
  /** Read, newest first. */
  keys: SearchKey[];
  /** What is not read yet is not newer; null when all is read. */
  bound: number | null;
};

const keysAtOnce = 64;
const waitingAtOnce = 256;
const waitingSchema = z.array(z.object({ at: z.number(), id: z.string() }));

/**
 * The records of a window that may have all of the grams, newest first, each once. Those that wait to be indexed are
 * among them, whatever they hold. Read everything in one snapshot.
 */
export class SearchCandidates {
  readonly #tx: Transaction;
  readonly #window: SearchWindow;
  readonly #sources: Source[];
  #sourcesAtOnce = 1;
  #last = '';
  #lastWaiting: SearchKey;

  private constructor(tx: Transaction, window: SearchWindow, segments: PlacedSegment[]) {
    this.#tx = tx;
    this.#window = window;
    this.#lastWaiting = window.before;
    this.#sources = [
      { segment: null, keys: [], bound: window.before.at },
      ...segments.map((segment) => ({ segment, keys: [], bound: segment.lastAt })),
    ];
  }

  static async open(
    tx: Transaction,
    grams: ReadonlySet<number>,
    window: SearchWindow,
  ): Promise<SearchCandidates> {
    return new SearchCandidates(tx, window, await findPlaces(tx, grams, window));
  }

  /** The next ones, fewer only at the end. */
  async next(count: number): Promise<SearchKey[]> {
    const found: SearchKey[] = [];
    while (found.length < count) {
      const key = await this.#take();
      if (key === null || key.at < this.#window.from) break;
      if (key.id !== this.#last) found.push(key);
      this.#last = key.id;
    }
    return found;
  }

  async #take(): Promise<SearchKey | null> {
    for (;;) {
      let newest: Source | undefined;
      for (const source of this.#sources) {
        const [head] = source.keys;
        if (head && (!newest?.keys[0] || isBefore(newest.keys[0], head))) newest = source;
      }
      const at = newest?.keys[0]?.at ?? Number.NEGATIVE_INFINITY;
      const unread = this.#sources.filter(
        ({ keys, bound }) => keys.length === 0 && bound !== null && bound >= at,
      );
      if (unread.length === 0) return newest?.keys.shift() ?? null;
      await this.#read(
        unread.toSorted((a, b) => (b.bound ?? 0) - (a.bound ?? 0)).slice(0, this.#sourcesAtOnce),
      );
      // Where the first ones did not settle it, the others are many.
      this.#sourcesAtOnce = Math.min(4 * this.#sourcesAtOnce, 64);
    }
  }

  async #read(sources: readonly Source[]): Promise<void> {
    const segments = sources.flatMap(({ segment }) => segment ?? []);
    const keys = segments.length === 0 ? null : await takeKeys(this.#tx, segments, keysAtOnce);
    for (const source of sources) {
      const { segment } = source;
      source.keys = segment ? (keys?.get(segment.id) ?? []) : await this.#readWaiting();
      const isRead = segment ? segment.places.length === 0 : source.keys.length < waitingAtOnce;
      source.bound = isRead ? null : (source.keys.at(-1)?.at ?? null);
    }
  }

  async #readWaiting(): Promise<SearchKey[]> {
    const { at, id } = this.#lastWaiting;
    const keys = waitingSchema.parse(
      await this.#tx.execute(sql`select (extract(epoch from created_at) * 1000)::float8 as at, ballot_id as id
        from search_pending where (created_at, ballot_id) < (${toTime(at)}::timestamptz, ${id}::uuid)
        order by created_at desc, ballot_id desc limit ${waitingAtOnce}`),
    );
    this.#lastWaiting = keys.at(-1) ?? this.#lastWaiting;
    return keys;
  }
}
