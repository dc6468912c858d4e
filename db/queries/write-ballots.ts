import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '#db/client.ts';
import type { BallotContent } from '#db/queries/ballot-content.ts';
import { atVote } from '#db/queries/ballot-exclusions.ts';
import type { toLaneRows } from '#db/queries/ballot-lanes.ts';

/** A ballot as it is to stand from now on. */
export type BallotWrite = {
  id: string;
  turnId: string;
  raterId: string;
  mode: string;
  /** 1 for a new ballot; above, it takes the place of the one before. */
  revision: number;
  durationMs: number | null;
  content: BallotContent;
  lanes: ReturnType<typeof toLaneRows>;
  reasons: readonly string[];
};

const timesSchema = z.object({ id: z.string(), createdAt: z.string(), updatedAt: z.string() });
export type BallotTimes = z.infer<typeof timesSchema>;

const time = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** Ballots with their revisions, lanes and exclusions in one statement, whose text is the same for any number. */
export async function writeBallots(
  tx: Transaction,
  writes: readonly BallotWrite[],
): Promise<Map<string, BallotTimes>> {
  const ballots = JSON.stringify(writes.map(toBallotRow));
  const lanes = JSON.stringify(writes.flatMap((write) => write.lanes));
  const exclusions = JSON.stringify(
    writes.flatMap(({ id, reasons }) => reasons.map((reason) => ({ ballot_id: id, reason }))),
  );
  const rows = await tx.execute(sql`
    with given as materialized (
      select * from jsonb_to_recordset(${ballots}::jsonb) as row(id uuid, turn_id uuid, rater_id text, ranking jsonb,
        all_bad boolean, strength smallint, ratings jsonb, comment text, duration_ms int, mode text, outcome text,
        has_comment boolean, revision int, content jsonb)
    ), stored as (
      insert into ballots (id, turn_id, rater_id, ranking, all_bad, strength, ratings, comment, duration_ms, mode,
        outcome, has_comment, revision)
      select id, turn_id, rater_id, ranking, all_bad, strength, ratings, comment, duration_ms, mode, outcome,
        has_comment, revision from given
      on conflict (id) do update set ranking = excluded.ranking, all_bad = excluded.all_bad,
        strength = excluded.strength, ratings = excluded.ratings, comment = excluded.comment,
        duration_ms = excluded.duration_ms, outcome = excluded.outcome, has_comment = excluded.has_comment,
        revision = excluded.revision, updated_at = now()
      returning id, created_at, updated_at
    ), revised as (
      insert into ballot_revisions (ballot_id, revision, content) select id, revision, content from given
    ), placed as (
      insert into ballot_lanes (ballot_id, lane_id, response_id, position, endpoint_id, card_id, rank, is_winner,
        style_tokens, style_headers, style_lists, style_bold)
      select * from jsonb_to_recordset(${lanes}::jsonb) as row(ballot_id uuid, lane_id uuid, response_id uuid,
        position smallint, endpoint_id text, card_id text, rank smallint, is_winner boolean, style_tokens int,
        style_headers int, style_lists int, style_bold int)
      on conflict (ballot_id, lane_id) do update set response_id = excluded.response_id,
        endpoint_id = excluded.endpoint_id, card_id = excluded.card_id, rank = excluded.rank,
        is_winner = excluded.is_winner, style_tokens = excluded.style_tokens, style_headers = excluded.style_headers,
        style_lists = excluded.style_lists, style_bold = excluded.style_bold
    ), left_out as (
      insert into ballot_exclusions (ballot_id, reason, source)
      select ballot_id, reason, ${atVote}::text
      from jsonb_to_recordset(${exclusions}::jsonb) as row(ballot_id uuid, reason text)
      on conflict do nothing
    )
    select id, ${time('created_at')} as "createdAt", ${time('updated_at')} as "updatedAt" from stored`);
  const times = z.array(timesSchema).parse(rows);
  return new Map(times.map((row) => [row.id, row]));
}

function toBallotRow({ id, turnId, raterId, mode, revision, durationMs, content }: BallotWrite) {
  const { ranking, allBad, strength, ratings, comment, outcome, hasComment } = content;
  return {
    id,
    turn_id: turnId,
    rater_id: raterId,
    ranking,
    all_bad: allBad,
    strength,
    ratings,
    comment,
    duration_ms: durationMs,
    mode,
    outcome,
    has_comment: hasComment,
    revision,
    content,
  };
}
