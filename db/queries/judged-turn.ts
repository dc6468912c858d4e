import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '#db/client.ts';
import { type JudgedLane, listJudgedLanes } from '#db/queries/judged-lanes.ts';
import { type TurnStatus, turnStatusSchema } from '#lib/arena/schema.ts';
import { samePromptCap } from '#lib/preferences/exclusions.ts';
import type { RaterId } from '#lib/rater.ts';

/** A turn and who judges it. */
export type Asked = { raterId: RaterId; turnId: string };

/** A turn as it is judged; `isBlind` until its rater's first ballot in the comparison. */
export type JudgedTurn = {
  id: string;
  status: TurnStatus;
  isBlind: boolean;
  promptHash: string | null;
  /** Other ballots on the same prompt, whoever gave them; not counted beyond the cap. */
  samePromptBallots: number;
  /** In the order of their positions. */
  lanes: JudgedLane[];
};

/**
 * Locks the turns until the transaction ends, so that the ballots of each come one after the other. Turns that are
 * not the rater's are left out.
 */
export async function lockJudgedTurns(
  tx: Transaction,
  asked: readonly Asked[],
): Promise<Map<string, JudgedTurn>> {
  const wanted = JSON.stringify(asked.map(({ raterId, turnId }) => ({ turn_id: turnId, rater_id: raterId })));
  const from = sql`jsonb_to_recordset(${wanted}::jsonb) as asked(turn_id uuid, rater_id text)
    join turns on turns.id = asked.turn_id
    join comparisons on comparisons.id = turns.comparison_id and comparisons.rater_id = asked.rater_id
      and comparisons.deleted_at is null`;
  // Comparisons before turns, each in one order: two that want the same ones wait, and never for each other.
  const locked = await tx.execute(sql`
    with held as materialized (
      select turns.id from ${from} order by comparisons.id for no key update of comparisons
    )
    select turns.id from held join turns on turns.id = held.id order by turns.id for no key update of turns`);
  if (locked.length === 0) return new Map();
  // Read after the lock: a ballot that was in the way is seen.
  const rows = await tx.execute(sql`
    select turns.id, turns.status, turns.prompt_hash as "promptHash",
      comparisons.mode = 'blind' and not exists (
        select 1 from turns as sibling join ballots on ballots.turn_id = sibling.id
        where sibling.comparison_id = comparisons.id and ballots.rater_id = asked.rater_id
      ) as "isBlind",
      (select count(*)::int from (
        select 1 from turns as same join ballots on ballots.turn_id = same.id
        where same.prompt_hash = turns.prompt_hash and (same.id, ballots.rater_id) <> (turns.id, asked.rater_id)
        limit ${samePromptCap}
      ) as others) as "samePromptBallots"
    from ${from}`);
  const lanes = await listJudgedLanes(
    tx,
    locked.map((row) => idSchema.parse(row).id),
  );
  return new Map(
    z
      .array(turnSchema)
      .parse(rows)
      .map((turn) => [turn.id, { ...turn, lanes: lanes.get(turn.id) ?? [] }]),
  );
}

const idSchema = z.object({ id: z.string() });
const turnSchema = z.object({
  id: z.string(),
  status: turnStatusSchema,
  promptHash: z.string().nullable(),
  isBlind: z.boolean(),
  samePromptBallots: z.number(),
});
