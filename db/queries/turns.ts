import { and, asc, eq, getTableColumns, isNull, max, sql } from 'drizzle-orm';
import { inTransaction, type Transaction } from '#db/client.ts';
import { isBlindFor } from '#db/queries/blindness.ts';
import { comparisonNotFound, ownComparison } from '#db/queries/comparisons.ts';
import { toSnapshot } from '#db/queries/endpoint-rows.ts';
import { toApiTurn } from '#db/queries/response-rows.ts';
import { insertRun } from '#db/queries/runs.ts';
import { comparisons, lanes } from '#db/schema/comparisons.ts';
import { endpoints } from '#db/schema/endpoints.ts';
import { responses, turns } from '#db/schema/turns.ts';
import type { Turn, TurnInput } from '#lib/arena/schema.ts';
import { AppError } from '#lib/errors.ts';
import { createId } from '#lib/ids.ts';
import type { RaterId } from '#lib/rater.ts';

/** `runId` names the run that is to answer it; null when the turn was there already. */
export type CreatedTurn = { turnId: string; runId: string | null; isBlind: boolean };

/**
 * Stores a new turn with one pending response per lane and the run that `owner` is to start for it. The same
 * idempotency key with the same prompt gives the turn that exists.
 * @throws AppError `not-found`; `conflict` while a former turn is running, or for a known key with another prompt.
 */
export async function createTurn(
  raterId: RaterId,
  comparisonId: string,
  input: TurnInput,
  owner: string,
): Promise<CreatedTurn> {
  return inTransaction(async (tx) => {
    const [comparison] = await tx
      .select({ title: comparisons.title, isBlind: isBlindFor(raterId) })
      .from(comparisons)
      .where(ownComparison(raterId, comparisonId))
      .for('no key update');
    if (!comparison) throw comparisonNotFound();
    const { isBlind } = comparison;
    const knownId = await findByKey(tx, comparisonId, input);
    if (knownId !== null) return { turnId: knownId, runId: null, isBlind };
    await refuseWhileRunning(tx, comparisonId);
    const turnId = await insertTurn(tx, comparisonId, input);
    await tx
      .update(comparisons)
      .set({ updatedAt: sql`now()`, title: comparison.title ?? titleOf(input.prompt) })
      .where(eq(comparisons.id, comparisonId));
    return { turnId, runId: await insertRun(tx, turnId, owner), isBlind };
  });
}

export async function getTurn(raterId: RaterId, id: string): Promise<Turn> {
  return inTransaction((tx) => readTurn(tx, raterId, id), 'snapshot');
}

/** The first line that says something, cut at 80 characters. */
function titleOf(prompt: string): string {
  const characters = Array.from(prompt.trim().split('\n', 1)[0]?.trim() ?? '');
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : characters.join('');
}

async function findByKey(tx: Transaction, comparisonId: string, input: TurnInput): Promise<string | null> {
  if (input.idempotencyKey === undefined) return null;
  const [known] = await tx
    .select({ id: turns.id, prompt: turns.prompt })
    .from(turns)
    .where(and(eq(turns.comparisonId, comparisonId), eq(turns.idempotencyKey, input.idempotencyKey)));
  if (!known) return null;
  if (known.prompt === input.prompt) return known.id;
  throw new AppError('conflict', 'This idempotency key belongs to another prompt.');
}

async function refuseWhileRunning(tx: Transaction, comparisonId: string): Promise<void> {
  const running = await tx
    .select({ id: turns.id })
    .from(turns)
    .where(and(eq(turns.comparisonId, comparisonId), eq(turns.status, 'running')));
  if (running.length > 0) {
    throw new AppError('conflict', 'The last prompt is still being answered. Stop it, or wait for its end.');
  }
}

async function insertTurn(tx: Transaction, comparisonId: string, input: TurnInput): Promise<string> {
  const [last] = await tx
    .select({ index: max(turns.index) })
    .from(turns)
    .where(eq(turns.comparisonId, comparisonId));
  const turnId = createId();
  await tx.insert(turns).values({
    id: turnId,
    comparisonId,
    index: (last?.index ?? -1) + 1,
    prompt: input.prompt,
    idempotencyKey: input.idempotencyKey,
  });
  const asked = await tx
    .select({ laneId: lanes.id, endpoint: getTableColumns(endpoints) })
    .from(lanes)
    .innerJoin(endpoints, eq(endpoints.id, lanes.endpointId))
    .where(eq(lanes.comparisonId, comparisonId));
  await tx.insert(responses).values(
    asked.map(({ laneId, endpoint }) => ({
      id: createId(),
      turnId,
      laneId,
      endpointSnapshot: toSnapshot(endpoint),
    })),
  );
  return turnId;
}

async function readTurn(tx: Transaction, raterId: RaterId, id: string): Promise<Turn> {
  const [found] = await tx
    .select({ turn: getTableColumns(turns), isBlind: isBlindFor(raterId) })
    .from(turns)
    .innerJoin(comparisons, eq(comparisons.id, turns.comparisonId))
    .where(and(eq(turns.id, id), eq(comparisons.raterId, raterId), isNull(comparisons.deletedAt)));
  if (!found) throw new AppError('not-found', 'There is no such turn.');
  const rows = await tx
    .select(getTableColumns(responses))
    .from(responses)
    .innerJoin(lanes, eq(lanes.id, responses.laneId))
    .where(and(eq(responses.turnId, id), eq(responses.isCurrent, true)))
    .orderBy(asc(lanes.position));
  return toApiTurn(found.turn, rows, found.isBlind);
}
