import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { raters } from '#db/schema/raters.ts';
import { createdAt, timestamptz } from '#db/schema/timestamps.ts';

/** What somebody did to ballots by hand, to one or to all under a filter; taken back as a whole. */
export const logActions = pgTable(
  'log_actions',
  {
    id: uuid('id').primaryKey(),
    raterId: text('rater_id')
      .notNull()
      .references(() => raters.id),
    /** As in lib/preferences/change-schema.ts. */
    kind: text('kind').notNull(),
    value: text('value').notNull(),
    /** Of an action on all ballots that match; null on a single one. */
    filter: jsonb('filter').$type<unknown>(),
    /** How many it has changed so far. */
    ballots: integer('ballots').notNull(),
    createdAt: createdAt(),
    undoneAt: timestamptz('undone_at'),
  },
  (table) => [index('log_actions_rater_idx').on(table.raterId, table.createdAt, table.id)],
);
