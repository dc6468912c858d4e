import { jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { raters } from '#db/schema/raters.ts';
import { createdAt, updatedAt } from '#db/schema/timestamps.ts';

/** Filters of the log under a name. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: uuid('id').primaryKey(),
    raterId: text('rater_id')
      .notNull()
      .references(() => raters.id),
    name: text('name').notNull(),
    filter: jsonb('filter').$type<unknown>().notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [unique('saved_views_name_key').on(table.raterId, table.name)],
);
