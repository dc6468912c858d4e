import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { endpoints } from '#db/schema/endpoints.ts';
import { raters } from '#db/schema/raters.ts';
import { createdAt, timestamptz, updatedAt } from '#db/schema/timestamps.ts';

export const comparisons = pgTable(
  'comparisons',
  {
    id: uuid('id').primaryKey(),
    raterId: text('rater_id')
      .notNull()
      .references(() => raters.id),
    mode: text('mode').notNull(),
    /** Null until the first prompt names it. */
    title: text('title'),
    system: text('system'),
    /** Ids that a battle's draws are restricted to; null for all endpoints. */
    drawnFrom: jsonb('drawn_from').$type<unknown>(),
    createdAt: createdAt(),
    /** Last activity: the history's order. */
    updatedAt: updatedAt(),
    /** Hidden from the history; ballots stay in the log. */
    deletedAt: timestamptz('deleted_at'),
  },
  (table) => [
    index('comparisons_history_idx')
      .on(table.raterId, table.updatedAt, table.id)
      .where(sql`${table.deletedAt} is null`),
    // Most have none: an export finds that out without looking up each comparison.
    index('comparisons_system_idx').on(table.id).where(sql`${table.system} is not null`),
    check('comparisons_mode_check', sql`${table.mode} in ('open', 'blind')`),
  ],
);

export const lanes = pgTable(
  'lanes',
  {
    id: uuid('id').primaryKey(),
    comparisonId: uuid('comparison_id')
      .notNull()
      .references(() => comparisons.id),
    position: integer('position').notNull(),
    endpointId: text('endpoint_id')
      .notNull()
      .references(() => endpoints.id),
    endpointSnapshot: jsonb('endpoint_snapshot').$type<unknown>().notNull(),
    /** The lane's own; the endpoint's are merged under them when it is asked. */
    params: jsonb('params').$type<unknown>().notNull().default({}),
    system: text('system'),
  },
  (table) => [
    unique('lanes_comparison_position_key').on(table.comparisonId, table.position),
    // As that of comparisons.
    index('lanes_system_idx').on(table.id).where(sql`${table.system} is not null`),
    check('lanes_position_check', sql`${table.position} between 0 and 7`),
  ],
);
