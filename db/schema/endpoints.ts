import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, updatedAt } from '#db/schema/timestamps.ts';

export const endpoints = pgTable(
  'endpoints',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    protocol: text('protocol').notNull(),
    baseUrl: text('base_url').notNull(),
    model: text('model').notNull(),
    keyCipher: text('key_cipher'),
    keyHint: text('key_hint'),
    headersCipher: text('headers_cipher'),
    headerNames: jsonb('header_names').$type<unknown>().notNull().default([]),
    cardId: text('card_id'),
    params: jsonb('params').$type<unknown>().notNull().default({}),
    template: text('template'),
    capabilities: jsonb('capabilities').$type<unknown>().notNull().default({}),
    price: jsonb('price').$type<unknown>(),
    maxConcurrent: integer('max_concurrent'),
    timeouts: jsonb('timeouts').$type<unknown>().notNull().default({}),
    enabled: boolean('enabled').notNull().default(true),
    /** How often battles draw it (BattleSettings). */
    battle: jsonb('battle').$type<unknown>().notNull().default({}),
    source: text('source').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index('endpoints_created_at_idx').on(table.createdAt, table.id),
    check('endpoints_protocol_check', sql`${table.protocol} in ('chat', 'completion', 'responses')`),
    check('endpoints_source_check', sql`${table.source} in ('demo', 'environment', 'discovered', 'user')`),
    check('endpoints_max_concurrent_check', sql`${table.maxConcurrent} > 0`),
  ],
);
