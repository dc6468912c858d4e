import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { lanes } from '#db/schema/comparisons.ts';
import { logActions } from '#db/schema/log-actions.ts';
import { raters } from '#db/schema/raters.ts';
import { createdAt, updatedAt } from '#db/schema/timestamps.ts';
import { responses, turns } from '#db/schema/turns.ts';

/** One rater's judgement of one turn, as it stands; every former state is in ballot_revisions. */
export const ballots = pgTable(
  'ballots',
  {
    id: uuid('id').primaryKey(),
    turnId: uuid('turn_id')
      .notNull()
      .references(() => turns.id),
    raterId: text('rater_id')
      .notNull()
      .references(() => raters.id),
    ranking: jsonb('ranking').$type<unknown>().notNull(),
    allBad: boolean('all_bad').notNull(),
    strength: smallint('strength'),
    ratings: jsonb('ratings').$type<unknown>().notNull(),
    comment: text('comment'),
    durationMs: integer('duration_ms'),
    mode: text('mode').notNull(),
    outcome: text('outcome').notNull(),
    /** A comment on the whole or on any answer. */
    hasComment: boolean('has_comment').notNull(),
    revision: integer('revision').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique('ballots_turn_rater_key').on(table.turnId, table.raterId),
    index('ballots_log_idx').on(table.createdAt, table.id),
    index('ballots_rater_idx').on(table.raterId, table.createdAt, table.id),
    index('ballots_outcome_idx').on(table.outcome, table.createdAt, table.id),
    check('ballots_mode_check', sql`${table.mode} in ('open', 'blind')`),
    check('ballots_outcome_check', sql`${table.outcome} in ('win', 'tie', 'all-bad', 'unranked')`),
    check('ballots_strength_check', sql`${table.strength} between 1 and 3`),
    check('ballots_duration_check', sql`${table.durationMs} >= 0`),
    check('ballots_revision_check', sql`${table.revision} >= 1`),
  ],
);

/** A ballot's lanes with what the log filters by. Endpoint and card are those of the answer that was judged. */
export const ballotLanes = pgTable(
  'ballot_lanes',
  {
    ballotId: uuid('ballot_id')
      .notNull()
      .references(() => ballots.id),
    laneId: uuid('lane_id')
      .notNull()
      .references(() => lanes.id),
    /** The very answer that was judged; a later retry does not change it. */
    responseId: uuid('response_id')
      .notNull()
      .references(() => responses.id),
    position: smallint('position').notNull(),
    endpointId: text('endpoint_id').notNull(),
    cardId: text('card_id'),
    /** 1 is best; tied lanes share a rank; null when not ranked. */
    rank: smallint('rank'),
    isWinner: boolean('is_winner').notNull(),
    /** Style of the judged answer (StyleFeatures of lib/rating), so that no board needs to read texts. */
    styleTokens: integer('style_tokens'),
    styleHeaders: integer('style_headers'),
    styleLists: integer('style_lists'),
    styleBold: integer('style_bold'),
  },
  (table) => [
    // No other index: these rows are found by their ballots, and nothing they refer to is ever deleted.
    primaryKey({ name: 'ballot_lanes_pkey', columns: [table.ballotId, table.laneId] }),
    check('ballot_lanes_rank_check', sql`${table.rank} >= 1`),
  ],
);

export const ballotRevisions = pgTable(
  'ballot_revisions',
  {
    ballotId: uuid('ballot_id')
      .notNull()
      .references(() => ballots.id),
    revision: integer('revision').notNull(),
    content: jsonb('content').$type<unknown>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ name: 'ballot_revisions_pkey', columns: [table.ballotId, table.revision] })],
);

/** Why a ballot does not count. Ballots are never deleted. */
export const ballotExclusions = pgTable(
  'ballot_exclusions',
  {
    ballotId: uuid('ballot_id')
      .notNull()
      .references(() => ballots.id),
    reason: text('reason').notNull(),
    /** Who or what excluded it. */
    source: text('source').notNull(),
    /** Of those by hand: who, and with which action. */
    raterId: text('rater_id').references(() => raters.id),
    actionId: uuid('action_id').references(() => logActions.id),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: 'ballot_exclusions_pkey', columns: [table.ballotId, table.reason] }),
    index('ballot_exclusions_reason_idx').on(table.reason, table.ballotId),
    index('ballot_exclusions_action_idx')
      .on(table.actionId, table.ballotId)
      .where(sql`${table.actionId} is not null`),
    index('ballot_exclusions_rater_idx').on(table.raterId).where(sql`${table.raterId} is not null`),
  ],
);
