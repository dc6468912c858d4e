import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { inTransaction, type Transaction } from '#db/client.ts';
import { isBlindFor } from '#db/queries/blindness.ts';
import { insertRun } from '#db/queries/runs.ts';
import { AppError } from '#lib/errors.ts';
import { createId } from '#lib/ids.ts';
import type { RaterId } from '#lib/rater.ts';

const currentRow = z.object({
  id: z.string(),
  attempt: z.number(),
  status: z.string(),
  endpoint_snapshot: z.unknown(),
  is_last: z.boolean(),
  is_judged: z.boolean(),
  active_run: z.string().nullable(),
  active_owner: z.string().nullable(),
  is_blind: z.boolean(),
});

/**
 * A new attempt of one lane; the earlier one is kept. Answers the run that will do it: the turn's own
 * when it is still at work, else a new one.
 * @throws AppError `not-found`; `conflict` while the lane is still answering or another process is at work on the turn, once the comparison has gone
 *   on to another turn, or when a ballot already judges the answer.
 */
export function createRetry(
  raterId: RaterId,
  turnId: string,
  laneId: string,
  owner: string,
): Promise<{ runId: string }> {
  return inTransaction(async (tx) => {
    const current = await lockCurrentResponse(tx, raterId, turnId, laneId);
    refuseUnfit(current, owner);
    const snapshot = JSON.stringify(current.endpoint_snapshot);
    await tx.execute(sql`update responses set is_current = false where id = ${current.id}`);
    await tx.execute(sql`
      insert into responses (id, turn_id, lane_id, attempt, endpoint_snapshot)
      values (${createId()}, ${turnId}, ${laneId}, ${current.attempt + 1}, ${snapshot}::jsonb)`);
    await tx.execute(sql`update turns set status = 'running' where id = ${turnId}`);
    if (current.active_run === null) return { runId: await insertRun(tx, turnId, owner) };
    // A wish to stop was for the attempt before this one.
    await tx.execute(sql`update runs set stop_requested = '[]' where id = ${current.active_run}`);
    return { runId: current.active_run };
  });
}

async function lockCurrentResponse(tx: Transaction, raterId: RaterId, turnId: string, laneId: string) {
  const [row] = await tx.execute(sql`
    select responses.id, responses.attempt, responses.status, responses.endpoint_snapshot,
      not exists (select 1 from turns later
        where later.comparison_id = turns.comparison_id and later.index > turns.index) as is_last,
      exists (select 1 from ballots where ballots.turn_id = turns.id) as is_judged, ${isBlindFor(raterId)} as is_blind,
      (select runs.id from runs where runs.turn_id = turns.id and runs.ended_at is null limit 1) as active_run,
      (select runs.owner from runs where runs.turn_id = turns.id and runs.ended_at is null limit 1) as active_owner
    from responses
      join turns on turns.id = responses.turn_id
      join comparisons on comparisons.id = turns.comparison_id
    where responses.turn_id = ${turnId} and responses.lane_id = ${laneId} and responses.is_current
      and comparisons.rater_id = ${raterId} and comparisons.deleted_at is null
    for update of responses, turns`);
  if (row === undefined) throw new AppError('not-found', 'There is no such lane in this turn.');
  return currentRow.parse(row);
}

function refuseUnfit(current: z.infer<typeof currentRow>, owner: string): void {
  // Before all else: what can be retried would tell the lanes of a battle apart.
  if (current.is_blind) throw new AppError('conflict', 'A lane of a battle cannot be asked again.');
  // Two processes at work on one turn would each take its end for their own.
  if (current.active_owner !== null && current.active_owner !== owner) {
    throw new AppError(
      'conflict',
      'Another process is still answering this turn. Ask again when it has ended.',
    );
  }
  if (current.status === 'pending' || current.status === 'streaming') {
    throw new AppError('conflict', 'This lane is still answering. Stop it first.');
  }
  if (!current.is_last) {
    throw new AppError('conflict', 'The comparison has gone on; only its last turn can be asked again.');
  }
  if (current.is_judged && current.status === 'complete') {
    throw new AppError('conflict', 'This answer has been judged; another one must not take its place.');
  }
}
