import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { timestamptz } from '#db/schema/timestamps.ts';

/**
 * What each ballot that counts says of each two of its lanes, with all that a board is filtered by in the same narrow
 * row: boards under several filters at once read this instead of four wide tables. Kept in the ballot's own
 * transaction and proved or rebuilt by `baijia rebuild`; pair_counts are sums of these rows.
 */
export const ballotPairs = pgTable(
  'ballot_pairs',
  {
    // Derived from the ballots, which are never deleted: a reference would be checked for nothing.
    ballotId: uuid('ballot_id').notNull(),
    /** Lane a is the one shown before lane b. */
    positionA: smallint('position_a').notNull(),
    positionB: smallint('position_b').notNull(),
    createdAt: timestamptz('created_at').notNull(),
    raterId: text('rater_id').notNull(),
    mode: text('mode').notNull(),
    /** `und` for an unknown language. */
    language: text('language').notNull(),
    categories: text('categories').array().notNull(),
    endpointA: text('endpoint_a').notNull(),
    endpointB: text('endpoint_b').notNull(),
    /** The cards of the answers that were judged; '' for none. */
    cardA: text('card_a').notNull(),
    cardB: text('card_b').notNull(),
    laneCount: smallint('lane_count').notNull(),
    /** One of the four is 1. */
    winsA: smallint('wins_a').notNull(),
    winsB: smallint('wins_b').notNull(),
    ties: smallint('ties').notNull(),
    bothBad: smallint('both_bad').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'ballot_pairs_pkey',
      columns: [table.ballotId, table.positionA, table.positionB],
    }),
    index('ballot_pairs_time_idx').on(table.createdAt),
    check(
      'ballot_pairs_outcome_check',
      sql`${table.winsA} + ${table.winsB} + ${table.ties} + ${table.bothBad} = 1`,
    ),
  ],
);
