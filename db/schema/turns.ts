import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { comparisons, lanes } from '#db/schema/comparisons.ts';
import { createdAt, timestamptz, updatedAt } from '#db/schema/timestamps.ts';

export const turns = pgTable(
  'turns',
  {
    id: uuid('id').primaryKey(),
    comparisonId: uuid('comparison_id')
      .notNull()
      .references(() => comparisons.id),
    /** From 0 on. */
    index: integer('index').notNull(),
    prompt: text('prompt').notNull(),
    status: text('status').notNull().default('running'),
    idempotencyKey: text('idempotency_key'),
    /** ISO 639-1 code of the prompt's language; `und` when it shows none. Null before it was looked at. */
    language: text('language'),
    /** What the prompt is, by the rules of lib/arena/prompt-traits; null as above. */
    categories: text('categories').array(),
    /** Of the prompt without its case and spacing: the same prompt again. */
    promptHash: text('prompt_hash'),
    createdAt: createdAt(),
  },
  (table) => [
    index('turns_prompt_hash_idx').on(table.promptHash),
    unique('turns_comparison_index_key').on(table.comparisonId, table.index),
    uniqueIndex('turns_comparison_idempotency_key')
      .on(table.comparisonId, table.idempotencyKey)
      .where(sql`${table.idempotencyKey} is not null`),
    // One running turn per comparison, whichever replica it was asked of.
    uniqueIndex('turns_one_running_key').on(table.comparisonId).where(sql`${table.status} = 'running'`),
    check('turns_index_check', sql`${table.index} >= 0`),
    check('turns_status_check', sql`${table.status} in ('running', 'complete')`),
  ],
);

/** One run answers one turn (or retries one of its lanes). Its owner renews the lease while it works. */
export const runs = pgTable(
  'runs',
  {
    id: uuid('id').primaryKey(),
    turnId: uuid('turn_id')
      .notNull()
      .references(() => turns.id),
    /** Id of the process that runs it. */
    owner: text('owner').notNull(),
    leaseUntil: timestamptz('lease_until').notNull(),
    /** Lane ids whose stop was asked for, or "all". */
    stopRequested: jsonb('stop_requested').$type<unknown>().notNull().default([]),
    createdAt: createdAt(),
    endedAt: timestamptz('ended_at'),
  },
  (table) => [
    index('runs_turn_idx').on(table.turnId),
    index('runs_lease_idx').on(table.leaseUntil).where(sql`${table.endedAt} is null`),
    index('runs_owner_idx').on(table.owner).where(sql`${table.endedAt} is null`),
  ],
);

export const responses = pgTable(
  'responses',
  {
    id: uuid('id').primaryKey(),
    turnId: uuid('turn_id')
      .notNull()
      .references(() => turns.id),
    laneId: uuid('lane_id')
      .notNull()
      .references(() => lanes.id),
    /** From 1 on; each retry by the person is a new row. */
    attempt: integer('attempt').notNull().default(1),
    isCurrent: boolean('is_current').notNull().default(true),
    status: text('status').notNull().default('pending'),
    text: text('text').notNull().default(''),
    reasoning: text('reasoning'),
    finishReason: text('finish_reason'),
    errorCode: text('error_code'),
    errorMessage: text('error_message'),
    /** Requests sent upstream for this row; above 1 after refusals before the first token. */
    upstreamAttempts: integer('upstream_attempts').notNull().default(0),
    usage: jsonb('usage').$type<unknown>(),
    timing: jsonb('timing').$type<unknown>(),
    costUsd: doublePrecision('cost_usd'),
    /** The price list that the cost was estimated by (FactSource); null where the endpoint has its own price. */
    costSource: text('cost_source'),
    /** The endpoint as it was when asked; null until then. */
    endpointSnapshot: jsonb('endpoint_snapshot').$type<unknown>(),
    /** What was sent, without key and headers (SentRequest). */
    request: jsonb('request').$type<unknown>(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique('responses_turn_lane_attempt_key').on(table.turnId, table.laneId, table.attempt),
    uniqueIndex('responses_current_key').on(table.turnId, table.laneId).where(sql`${table.isCurrent}`),
    check('responses_attempt_check', sql`${table.attempt} >= 1`),
    check(
      'responses_status_check',
      sql`${table.status} in ('pending', 'streaming', 'complete', 'stopped', 'failed', 'interrupted')`,
    ),
  ],
);
