import { boolean, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { timestamptz } from '#db/schema/timestamps.ts';

/** What other places said of a model when they were last asked (lib/facts). Can be thrown away at any time. */
export const liveFacts = pgTable(
  'live_facts',
  {
    source: text('source').notNull(),
    /** What the source was asked about: a model's id, or a base URL and a model's id. */
    subject: text('subject').notNull(),
    /** Null: it knows nothing of it, or was never reached. */
    facts: jsonb('facts').$type<unknown>(),
    /** When it last answered; earlier than attemptedAt when the last attempt failed or is still under way. */
    fetchedAt: timestamptz('fetched_at'),
    attemptedAt: timestamptz('attempted_at').notNull(),
    isPending: boolean('is_pending').notNull(),
  },
  (table) => [primaryKey({ name: 'live_facts_pkey', columns: [table.source, table.subject] })],
);
