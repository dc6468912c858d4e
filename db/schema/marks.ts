import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { ballots } from '#db/schema/ballots.ts';
import { logActions } from '#db/schema/log-actions.ts';
import { raters } from '#db/schema/raters.ts';
import { createdAt, timestamptz } from '#db/schema/timestamps.ts';

// Tags, notes and exclusions stand in tables of what holds now, each row with the action it came with (null: it was
// imported). What is taken away moves to past_marks.

export const ballotTags = pgTable(
  'ballot_tags',
  {
    ballotId: uuid('ballot_id')
      .notNull()
      .references(() => ballots.id),
    /** When the ballot was given: the log under a tag is read along the index. */
    ballotAt: timestamptz('ballot_at').notNull(),
    tag: text('tag').notNull(),
    raterId: text('rater_id')
      .notNull()
      .references(() => raters.id),
    actionId: uuid('action_id').references(() => logActions.id),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ name: 'ballot_tags_pkey', columns: [table.ballotId, table.tag] }),
    index('ballot_tags_log_idx').on(table.tag, table.ballotAt, table.ballotId),
    index('ballot_tags_action_idx').on(table.actionId, table.ballotId),
    index('ballot_tags_rater_idx').on(table.raterId),
  ],
);

export const ballotNotes = pgTable(
  'ballot_notes',
  {
    ballotId: uuid('ballot_id')
      .primaryKey()
      .references(() => ballots.id),
    note: text('note').notNull(),
    raterId: text('rater_id')
      .notNull()
      .references(() => raters.id),
    actionId: uuid('action_id').references(() => logActions.id),
    createdAt: createdAt(),
  },
  (table) => [
    index('ballot_notes_action_idx').on(table.actionId, table.ballotId),
    index('ballot_notes_rater_idx').on(table.raterId),
  ],
);

/** Tags, notes and exclusions by hand that no longer hold. */
export const pastMarks = pgTable(
  'past_marks',
  {
    ballotId: uuid('ballot_id')
      .notNull()
      .references(() => ballots.id),
    /** `tag`, `note` or `exclusion`. */
    kind: text('kind').notNull(),
    value: text('value').notNull(),
    raterId: text('rater_id').references(() => raters.id),
    createdAt: timestamptz('created_at').notNull(),
    addedBy: uuid('added_by').references(() => logActions.id),
    endedBy: uuid('ended_by')
      .notNull()
      .references(() => logActions.id),
    endedAt: timestamptz('ended_at').notNull().defaultNow(),
  },
  (table) => [
    index('past_marks_ballot_idx').on(table.ballotId),
    index('past_marks_ended_idx').on(table.endedBy, table.ballotId),
    index('past_marks_added_idx').on(table.addedBy),
    index('past_marks_rater_idx').on(table.raterId),
  ],
);
