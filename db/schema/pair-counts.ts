import { sql } from 'drizzle-orm';
import { check, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { raters } from '#db/schema/raters.ts';

/**
 * What the ballots that count say of each two of their lanes, added up; kept in the ballot's own transaction and
 * rebuilt from ballots by `baijia rebuild`. Every ballot stands under several facets, so that a board with one
 * filter reads the rows of one facet and value: never add rows of different facets.
 *
 * Lane a is the one shown before lane b, so the counts of (a, b) and of (b, a) also tell what the place does. A
 * ballot over K lanes is K(K-1)/2 counts with `lane_count` K; each weighs 2/K. Pairs of one endpoint with itself
 * are kept: they rate nothing, but with them the number of ballots is the sum of counts / (K(K-1)/2).
 */
export const pairCounts = pgTable(
  'pair_counts',
  {
    /** `all`, `mode`, `language`, `category` or `day`. */
    facet: text('facet').notNull(),
    /** Of the facet: '' for all, `und` for an unknown language, `2026-11-23` (UTC) for a day. */
    value: text('value').notNull(),
    raterId: text('rater_id')
      .notNull()
      .references(() => raters.id),
    endpointA: text('endpoint_a').notNull(),
    endpointB: text('endpoint_b').notNull(),
    /** The cards of the answers that were judged; '' for none. */
    cardA: text('card_a').notNull(),
    cardB: text('card_b').notNull(),
    laneCount: smallint('lane_count').notNull(),
    winsA: integer('wins_a').notNull(),
    winsB: integer('wins_b').notNull(),
    ties: integer('ties').notNull(),
    bothBad: integer('both_bad').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'pair_counts_pkey',
      columns: [
        table.facet,
        table.value,
        table.raterId,
        table.endpointA,
        table.endpointB,
        table.cardA,
        table.cardB,
        table.laneCount,
      ],
    }),
    check('pair_counts_facet_check', sql`${table.facet} in ('all', 'mode', 'language', 'category', 'day')`),
    check('pair_counts_lane_count_check', sql`${table.laneCount} between 2 and 8`),
  ],
);
