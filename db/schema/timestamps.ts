import { timestamp } from 'drizzle-orm/pg-core';

/**
 * Milliseconds, because keyset cursors travel through JavaScript dates and must come back equal. Indexes on times
 * ascend and are read backwards: drizzle's desc() means NULLS LAST, which no `order by ... desc` of ours matches.
 */
export const timestamptz = (name: string) =>
  timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const createdAt = () => timestamptz('created_at').notNull().defaultNow();
export const updatedAt = () => timestamptz('updated_at').notNull().defaultNow();
