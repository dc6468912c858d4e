import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  uuid,
} from 'drizzle-orm/pg-core';
import { timestamptz } from '#db/schema/timestamps.ts';

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

// The three tables are derived from the log and can be made anew from it: they have no foreign keys.

/** Up to 8192 records of the log, in its order, whose texts are indexed. Never changed but for `dead`. */
export const searchSegments = pgTable(
  'search_segments',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    firstAt: timestamptz('first_at').notNull(),
    lastAt: timestamptz('last_at').notNull(),
    count: integer('count').notNull(),
    /** Time and id of each record (search-keys.ts), by its place. */
    keys: bytes('keys').notNull(),
    /** What can be counted of each record without reading it (lib/preferences/search/segment-columns.ts). */
    columns: bytes('columns').notNull(),
    /** The sums of the columns. */
    totals: jsonb('totals').$type<unknown>().notNull(),
    /** Places of records that were indexed anew since, as in search_grams. */
    dead: bytes('dead'),
  },
  (table) => [index('search_segments_time_idx').on(table.lastAt)],
);

/** Which records of a segment have which piece of text or property (lib/preferences/search). */
export const searchGrams = pgTable(
  'search_grams',
  {
    segmentId: integer('segment_id').notNull(),
    gram: integer('gram').notNull(),
    places: bytes('places').notNull(),
  },
  (table) => [primaryKey({ name: 'search_grams_pkey', columns: [table.segmentId, table.gram] })],
);

/** Records that are not indexed as they stand now; filled by triggers on ballots. */
export const searchPending = pgTable(
  'search_pending',
  {
    createdAt: timestamptz('created_at').notNull(),
    ballotId: uuid('ballot_id').notNull(),
    /** It may be in a segment already. */
    isRevision: boolean('is_revision').notNull(),
    /** The transaction that changed it last: whoever indexed an older state must not strike it off. */
    changedBy: bigint('changed_by', { mode: 'bigint' }).notNull(),
  },
  (table) => [primaryKey({ name: 'search_pending_pkey', columns: [table.createdAt, table.ballotId] })],
);
