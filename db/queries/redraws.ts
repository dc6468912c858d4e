import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { inTransaction, type Transaction } from '#db/client.ts';
import { chance, listDrawable } from '#db/queries/draws.ts';
import { toSnapshot } from '#db/queries/endpoint-rows.ts';
import { writeLaneRecords } from '#db/queries/runs.ts';
import type { LaneRecord } from '#lib/arena/lane-run.ts';
import { createId } from '#lib/ids.ts';
import { drawNext } from '#lib/rating/pair-sampling.ts';

const failedLane = z.object({
  comparison_id: z.string(),
  turn_index: z.number(),
  attempt: z.number(),
  endpoint_snapshot: z.unknown(),
  drawn_from: z.array(z.string()).nullable(),
});
type FailedLane = z.infer<typeof failedLane>;

/** A lane that failed this often has asked enough endpoints. */
const mostAttempts = 5;

/**
 * Puts another endpoint in the place of one that gave no answer, and a pending response in the place of the failed
 * one, which is kept. After the first turn a lane has a history with its endpoint, so the same one is asked once more.
 * @returns false when nobody can take the place; then nothing is stored.
 */
export function redrawLane(turnId: string, laneId: string, record: LaneRecord): Promise<boolean> {
  return inTransaction(async (tx) => {
    const failed = await lockFailedLane(tx, turnId, laneId, record.responseId);
    if (failed === null || failed.attempt >= (failed.turn_index === 0 ? mostAttempts : 2)) return false;
    const snapshot =
      failed.turn_index === 0 ? await drawAnother(tx, failed, turnId, laneId) : failed.endpoint_snapshot;
    if (snapshot === null) return false;
    await writeLaneRecords(tx, [record]);
    await tx.execute(sql`update responses set is_current = false where id = ${record.responseId}`);
    await tx.execute(sql`
      insert into responses (id, turn_id, lane_id, attempt, endpoint_snapshot)
      values (${createId()}, ${turnId}, ${laneId}, ${failed.attempt + 1}, ${JSON.stringify(snapshot)}::jsonb)`);
    return true;
  });
}

async function lockFailedLane(tx: Transaction, turnId: string, laneId: string, responseId: string) {
  const [row] = await tx.execute(sql`
    select turns.comparison_id, turns.index as turn_index, responses.attempt, responses.endpoint_snapshot,
      comparisons.drawn_from
    from responses
      join turns on turns.id = responses.turn_id
      join comparisons on comparisons.id = turns.comparison_id
    where responses.id = ${responseId} and responses.turn_id = ${turnId} and responses.lane_id = ${laneId}
      and responses.is_current and turns.status = 'running' and comparisons.mode = 'blind'
    for update of responses, turns`);
  return row === undefined ? null : failedLane.parse(row);
}

/** One that is in no lane of the battle and has not failed in it; the lane is its from now on. */
async function drawAnother(tx: Transaction, failed: FailedLane, turnId: string, laneId: string) {
  const others = await listIds(
    tx,
    sql`select endpoint_id as id from lanes where comparison_id = ${failed.comparison_id} and id <> ${laneId}`,
  );
  const tried = await listIds(
    tx,
    sql`select endpoint_snapshot->>'id' as id from responses where turn_id = ${turnId}`,
  );
  const without = tried.filter((id) => !others.includes(id));
  const { rows, weights } = await listDrawable(tx, { among: failed.drawn_from, without, least: 0 });
  const next = drawNext(weights, others, chance);
  const row = rows.find(({ id }) => id === next);
  if (row === undefined) return null;
  const snapshot = toSnapshot(row);
  await tx.execute(sql`
    update lanes set endpoint_id = ${row.id}, endpoint_snapshot = ${JSON.stringify(snapshot)}::jsonb
    where id = ${laneId}`);
  return snapshot;
}

async function listIds(tx: Transaction, query: ReturnType<typeof sql>): Promise<string[]> {
  const rows = await tx.execute(query);
  return rows.map((row) => z.object({ id: z.string() }).parse(row).id);
}
