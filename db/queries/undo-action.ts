import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { inTransaction, type Transaction } from '#db/client.ts';
import {
  endMarks,
  isRestorable,
  type MarkKind,
  restoreMarks,
  selectMarked,
  toIds,
} from '#db/queries/ballot-marks.ts';
import { lockBallots } from '#db/queries/change-ballots.ts';
import { recountBallots } from '#db/queries/pair-counts.ts';
import { logActions } from '#db/schema/log-actions.ts';
import { AppError } from '#lib/errors.ts';
import { actionSchema } from '#lib/preferences/change-schema.ts';
import type { RaterId } from '#lib/rater.ts';

const atOnce = 1_000;
const markOf = {
  tag: 'tag',
  untag: 'tag',
  note: 'note',
  exclude: 'exclusion',
  include: 'exclusion',
} as const satisfies Record<z.infer<typeof actionSchema>['kind'], MarkKind>;

/**
 * Takes back what one action did, and nothing else: ballots that were changed again meanwhile stay as they are. Lot by
 * lot; an undoing that was cut off is finished by the next one.
 * @returns how many ballots are again as they were.
 * @throws AppError `not-found`, or `conflict` when there is nothing left to take back.
 */
export async function undoAction(raterId: RaterId, actionId: string): Promise<{ changed: number }> {
  let changed = 0;
  for (let left = true; left; ) {
    const lot = await inTransaction((tx) => undoLot(tx, raterId, actionId));
    changed += lot.changed;
    left = lot.found > 0;
  }
  if (changed === 0) throw new AppError('conflict', 'What this did has been changed again since.');
  const isOwn = and(eq(logActions.id, actionId), eq(logActions.raterId, raterId));
  await inTransaction((tx) => tx.update(logActions).set({ undoneAt: sql`now()` }).where(isOwn));
  return { changed };
}

type Undone = { found: number; changed: number };

async function undoLot(tx: Transaction, raterId: RaterId, actionId: string): Promise<Undone> {
  const [action] = await tx
    .select({ kind: logActions.kind, undoneAt: logActions.undoneAt })
    .from(logActions)
    .where(and(eq(logActions.id, actionId), eq(logActions.raterId, raterId)))
    .for('update');
  if (!action) throw new AppError('not-found', 'There is no such action.');
  if (action.undoneAt) throw new AppError('conflict', 'This has been undone already.');
  const kind = markOf[actionSchema.shape.kind.parse(action.kind)];
  const rows = await tx.execute(sql`select ballot_id as id from (
      ${selectMarked(kind, actionId)} union select ballot_id from past_marks where ${isRestorable(kind, actionId)}
    ) as left_over limit ${atOnce}`);
  const ids = await lockBallots(
    tx,
    z
      .array(z.object({ id: z.string() }))
      .parse(rows)
      .map(({ id }) => id),
  );
  if (ids.length === 0) return { found: 0, changed: 0 };
  const isOne = sql`ballot_id = any(${toIds(ids)})`;
  const ended = await endMarks(tx, kind, sql`${isOne} and action_id = ${actionId}`, actionId);
  const restored = await restoreMarks(tx, kind, isOne, actionId);
  const changed = [...new Set([...ended, ...restored])];
  if (kind !== 'note' && changed.length > 0) await recountBallots(tx, changed);
  return { found: ids.length, changed: changed.length };
}
