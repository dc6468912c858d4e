import { pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt } from '#db/schema/timestamps.ts';

export const raters = pgTable('raters', {
  id: text('id').primaryKey(),
  name: text('name'),
  createdAt: createdAt(),
});
