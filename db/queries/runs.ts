import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { inTransaction, type Transaction, withDatabase } from '#db/client.ts';
import { stopsChannel, turnsChannel } from '#db/notice-listener.ts';
import { runs } from '#db/schema/turns.ts';
import type { LaneRecord } from '#lib/arena/lane-run.ts';
import type { SaveBatch, Saved, StopRequest } from '#lib/arena/run-saver.ts';
import type { ResponseStatus } from '#lib/arena/schema.ts';
import { createId } from '#lib/ids.ts';
import type { RaterId } from '#lib/rater.ts';

/** A run whose owner has not renewed its lease for this long is an orphan. Checkpoints renew it each second. */
const leaseSeconds = 15;
/** Until when a run that is worked on now is its owner's. */
export const leaseUntil = sql.raw(`now() + interval '${leaseSeconds} seconds'`);

/** Selected in a statement: its commit does not wait for the disk. */
export const withoutDisk = sql.raw(`set_config('synchronous_commit', 'off', true)`);

/** In the transaction that makes the turn or the retry, so that no turn is ever without someone to end it. */
export async function insertRun(tx: Transaction, turnId: string, owner: string): Promise<string> {
  const id = createId();
  await tx.insert(runs).values({ id, turnId, owner, leaseUntil });
  return id;
}

/**
 * Stores a checkpoint whole or not at all, renews leases, tells views in other processes, and answers which stops
 * were asked for elsewhere.
 */
export function saveRuns(batch: SaveBatch): Promise<Saved> {
  // What the next checkpoint writes anew need not wait for the disk; an end does.
  const isInterim = batch.endedRunIds.length === 0 && batch.lanes.every(({ status }) => !isEnd(status));
  const hurry = isInterim ? sql`, ${withoutDisk}` : sql``;
  return inTransaction(async (tx) => {
    // Sent together, answered in order.
    const [, ended, running] = await Promise.all([
      batch.lanes.length > 0 && writeLaneRecords(tx, batch.lanes),
      batch.endedRunIds.length > 0 ? endRuns(tx, batch.endedRunIds) : [],
      batch.runningRunIds.length > 0
        ? tx.execute(sql`
            update runs set lease_until = ${leaseUntil}, ended_at = null
            where id in ${listed(batch.runningRunIds)} returning id, stop_requested${hurry}`)
        : [],
    ]);
    const known = new Set([...ended, ...running].map((row) => row.id));
    const asked = [...batch.endedRunIds, ...batch.runningRunIds];
    return { stops: running.flatMap(toStopRequests), lostRunIds: asked.filter((id) => !known.has(id)) };
  });
}

function isEnd(status: ResponseStatus): boolean {
  return status !== 'pending' && status !== 'streaming';
}

/**
 * Asks whichever process runs the turn to stop a lane, or all of them: by a notice, and by a row if that is missed. The
 * notice waits neither for the disk nor for the row, which a checkpoint may hold.
 */
export async function requestStop(raterId: RaterId, turnId: string, laneId: string | null): Promise<void> {
  const wish = JSON.stringify([laneId ?? 'all']);
  const notice = laneId === null ? turnId : `${turnId} ${laneId}`;
  const isAsked = sql`runs.turn_id = ${turnId} and turns.id = runs.turn_id and runs.ended_at is null
    and comparisons.id = turns.comparison_id and comparisons.rater_id = ${raterId}`;
  await Promise.all([
    withDatabase((db) =>
      db.execute(sql`
        select pg_notify(${stopsChannel}, ${notice}), ${withoutDisk} from runs, turns, comparisons
        where ${isAsked}`),
    ),
    withDatabase((db) =>
      db.execute(sql`
        update runs set stop_requested = stop_requested || ${wish}::jsonb from turns, comparisons
        where ${isAsked}`),
    ),
  ]);
}

/**
 * Ends the runs that nobody works on any more: their lanes become `interrupted` with the text of the
 * last checkpoint. `expired` are those whose lease ran out; `all` is for a database that no other
 * process uses, before this one has started any. Runs of `self` are left alone: a database that was away for longer
 * than a lease says nothing about them. Answers how many runs were ended.
 */
export function reapRuns(which: 'all' | 'expired', self = ''): Promise<number> {
  const orphaned = which === 'all' ? sql`true` : sql`lease_until < now() and owner <> ${self}`;
  return inTransaction(async (tx) => {
    const rows = await tx.execute(
      sql`select id from runs where ended_at is null and ${orphaned} for update skip locked`,
    );
    const ids = rows.map((row) => z.object({ id: z.string() }).parse(row).id);
    if (ids.length === 0) return 0;
    await tx.execute(sql`
      update responses set status = 'interrupted', error_code = 'interrupted',
        error_message = 'The server ended before the answer was complete.', updated_at = now()
      where status in ('pending', 'streaming')
        and turn_id in (select turn_id from runs where id in ${ids})`);
    await endRuns(tx, ids);
    return ids.length;
  });
}

/** As one parameter: a statement for each number of ids would be prepared for each. */
function listed(ids: readonly string[]): SQL {
  return sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;
}

async function endRuns(tx: Transaction, ids: readonly string[]) {
  const ended = await tx.execute(
    sql`update runs set ended_at = coalesce(ended_at, now()) where id in ${listed(ids)} returning id`,
  );
  await tx.execute(sql`
    with over as (
      update turns set status = 'complete'
      where id in (select turn_id from runs where id in ${listed(ids)}) and status = 'running'
        and not exists (select 1 from runs other where other.turn_id = turns.id and other.ended_at is null)
      returning id)
    select pg_notify(${turnsChannel}, id::text) from over`);
  return ended;
}

/** Answers that are stored as ended already are left as they are. */
export async function writeLaneRecords(tx: Transaction, records: readonly LaneRecord[]): Promise<void> {
  const rows = records.map(toRow);
  await tx.execute(sql`
    with stored as (update responses set
      status = new.status, text = new.text, reasoning = new.reasoning, finish_reason = new.finish_reason,
      error_code = new.error_code, error_message = new.error_message,
      upstream_attempts = new.upstream_attempts, usage = new.usage, timing = new.timing,
      cost_usd = new.cost_usd, cost_source = new.cost_source, request = new.request, updated_at = now()
    from jsonb_to_recordset(${toStorableJson(rows)}::jsonb) as new(
      id uuid, status text, text text, reasoning text, finish_reason text, error_code text,
      error_message text, upstream_attempts int, usage jsonb, timing jsonb, cost_usd float8, cost_source text,
      request jsonb)
    where responses.id = new.id and responses.status in ('pending', 'streaming', 'interrupted')
    returning turn_id)
    select pg_notify(${turnsChannel}, turn_id::text) from stored`);
}

/**
 * One letter that PostgreSQL refuses (NUL, half a surrogate pair) would keep a whole checkpoint from being stored.
 * Texts are cleaned where they come in; this is the last wall, for whatever else a server may have said.
 */
function toStorableJson(value: unknown): string {
  return JSON.stringify(value).replace(/\\(?:\\|u0000|ud[89a-f][0-9a-f]{2})/g, (written) =>
    written === '\\\\' ? written : '\uFFFD',
  );
}

function toRow(record: LaneRecord) {
  return {
    id: record.responseId,
    status: record.status,
    text: record.text,
    reasoning: record.reasoning,
    finish_reason: record.result?.finishReason ?? null,
    error_code: record.result?.error?.code ?? null,
    error_message: record.result?.error?.message ?? null,
    upstream_attempts: record.attempts,
    usage: record.result?.usage ?? null,
    timing: record.result?.timing ?? null,
    cost_usd: record.result?.costUsd ?? null,
    cost_source: record.result?.costSource ?? null,
    request: record.result?.request ?? null,
  };
}

const stopRow = z.object({ id: z.string(), stop_requested: z.array(z.string()) });

function toStopRequests(row: unknown): StopRequest[] {
  const { id, stop_requested: wishes } = stopRow.parse(row);
  return wishes.map((wish) => ({ runId: id, laneId: wish === 'all' ? null : wish }));
}
