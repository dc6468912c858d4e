import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { inTransaction, type Transaction, withDatabase } from '#db/client.ts';
import { addMarks, endMarks, toIds } from '#db/queries/ballot-marks.ts';
import { countBallots, findBallots } from '#db/queries/find-ballots.ts';
import { recountBallots } from '#db/queries/pair-counts.ts';
import { getPreference } from '#db/queries/preferences.ts';
import { logActions } from '#db/schema/log-actions.ts';
import { AppError } from '#lib/errors.ts';
import { createId } from '#lib/ids.ts';
import type { BulkAnswer, BulkInput, Change } from '#lib/preferences/change-schema.ts';
import type { Preference } from '#lib/preferences/log-schema.ts';
import type { RaterId } from '#lib/rater.ts';

type Action = { id: string; raterId: RaterId; change: Change; filter: BulkInput['filter'] | null };

/** `actionId`: what to undo; null when the ballot was so before. */
export type ChangedPreference = { preference: Preference; actionId: string | null };

/** @throws AppError `not-found` */
export async function changeBallot(
  raterId: RaterId,
  ballotId: string,
  change: Change,
): Promise<ChangedPreference> {
  const action: Action = { id: createId(), raterId, change, filter: null };
  const changed = await inTransaction(async (tx) => {
    const ids = await lockBallots(tx, [ballotId]);
    if (ids.length === 0) throw new AppError('not-found', 'There is no such preference record.');
    await startAction(tx, action);
    return applyChange(tx, action, ids);
  });
  if (changed === 0) await forget(action.id);
  return { preference: await getPreference(ballotId), actionId: changed === 0 ? null : action.id };
}

/**
 * Changes all ballots that match, in lots: each is a transaction with its share of the pair counts, so raters who judge
 * meanwhile hardly wait, and what was done when the program is stopped in the middle can be undone like any action.
 * @throws AppError `conflict` when not as many match as were expected.
 */
export async function changeBallots(raterId: RaterId, input: BulkInput): Promise<BulkAnswer> {
  const { filter, change, expected, dryRun } = input;
  const matching = await countBallots(filter);
  if (expected !== undefined && expected !== matching) {
    throw new AppError('conflict', `By now ${matching} ballots match, not ${expected}.`);
  }
  if (dryRun || matching === 0) return { matched: matching, changed: 0, actionId: null };
  const action: Action = { id: createId(), raterId, change, filter };
  await inTransaction((tx) => startAction(tx, action));
  let matched = 0;
  let changed = 0;
  for await (const ids of findBallots(filter)) {
    matched += ids.length;
    changed += await inTransaction(async (tx) => applyChange(tx, action, await lockBallots(tx, ids)));
  }
  if (changed === 0) await forget(action.id);
  return { matched, changed, actionId: changed === 0 ? null : action.id };
}

/** Nobody may judge these anew while they are counted; in one order, so that two who lock never wait for each other. */
export async function lockBallots(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  // A lot is little beside the log, and its rows are looked up one by one; the planner would read whole tables.
  if (ids.length > 1) await tx.execute(sql`set local enable_seqscan = off`);
  const rows = await tx.execute(
    sql`select id from ballots where id = any(${toIds(ids)}) order by id for no key update`,
  );
  return z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map(({ id }) => id);
}

async function startAction(tx: Transaction, { id, raterId, change, filter }: Action): Promise<void> {
  await tx.insert(logActions).values({ id, raterId, ...change, filter, ballots: 0 });
}

/** An action that changed nothing was none. */
async function forget(id: string): Promise<void> {
  await withDatabase((db) => db.delete(logActions).where(eq(logActions.id, id)));
}

async function applyChange(tx: Transaction, action: Action, ids: readonly string[]): Promise<number> {
  const changed = await mark(tx, action, ids);
  if (changed.length === 0) return 0;
  if (action.change.kind !== 'note') await recountBallots(tx, changed);
  const counted = await tx
    .update(logActions)
    .set({ ballots: sql`${logActions.ballots} + ${changed.length}` })
    .where(and(eq(logActions.id, action.id), isNull(logActions.undoneAt)))
    .returning({ id: logActions.id });
  if (counted.length === 0) throw new AppError('conflict', 'The action was undone before it was through.');
  return changed.length;
}

async function mark(tx: Transaction, action: Action, ids: readonly string[]): Promise<string[]> {
  const { id: actionId, raterId, change } = action;
  const { kind, value } = change;
  const lot = { actionId, raterId, ids };
  const isOne = sql`ballot_id = any(${toIds(ids)})`;
  switch (kind) {
    case 'tag':
      return addMarks(tx, 'tag', value, lot);
    case 'untag':
      return endMarks(tx, 'tag', sql`${isOne} and tag = ${value}`, actionId);
    case 'exclude':
      return addMarks(tx, 'exclusion', value, lot);
    case 'include':
      return endMarks(tx, 'exclusion', sql`${isOne} and reason = ${value}`, actionId);
    case 'note': {
      const ended = await endMarks(tx, 'note', sql`${isOne} and note <> ${value}`, actionId);
      const added = value === '' ? [] : await addMarks(tx, 'note', value, lot);
      return [...new Set([...ended, ...added])];
    }
  }
}
