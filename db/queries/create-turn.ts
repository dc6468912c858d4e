import { asc, eq, getTableColumns, sql } from 'drizzle-orm';
import { inTransaction, type Transaction } from '#db/client.ts';
import { isBlindFor } from '#db/queries/blindness.ts';
import { comparisonNotFound, ownComparison } from '#db/queries/comparisons.ts';
import { toSnapshot } from '#db/queries/endpoint-rows.ts';
import { insertRun } from '#db/queries/runs.ts';
import { type LaneWork, listPastTurns, type TurnWork, toLaneWork } from '#db/queries/turn-work.ts';
import { comparisons, lanes } from '#db/schema/comparisons.ts';
import { endpoints } from '#db/schema/endpoints.ts';
import { responses, turns } from '#db/schema/turns.ts';
import { promptTraits } from '#lib/arena/prompt-traits.ts';
import type { TurnInput } from '#lib/arena/schema.ts';
import { AppError } from '#lib/errors.ts';
import { createId } from '#lib/ids.ts';
import type { RaterId } from '#lib/rater.ts';

export type CreatedTurn = {
  turnId: string;
  isBlind: boolean;
  /** What its run is to do; null when the turn was there already. */
  started: { runId: string; work: TurnWork } | null;
};

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
    const { isBlind, title, system } = await lockComparison(tx, raterId, comparisonId);
    // Queries that do not need each other's answers are sent together: the first text waits for every round trip.
    const [state, asked, past] = await Promise.all([
      readState(tx, comparisonId, input),
      listAsked(tx, comparisonId, system),
      // The first prompt names a comparison: one without a title has no past.
      title === null ? [] : listPastTurns(tx, comparisonId),
    ]);
    if (state.knownId !== null) {
      if (state.knownPrompt !== input.prompt)
        throw new AppError('conflict', 'This idempotency key belongs to another prompt.');
      return { turnId: state.knownId, isBlind, started: null };
    }
    if (state.isRunning) {
      throw new AppError(
        'conflict',
        'The last prompt is still being answered. Stop it, or wait for its end.',
      );
    }
    const turnId = createId();
    const responseRows = asked.map((lane) => toPendingResponse(lane, turnId));
    const index = state.lastIndex + 1;
    await tx
      .insert(turns)
      .values({ id: turnId, comparisonId, index, ...input, ...promptTraits(input.prompt, index) });
    const [runId] = await Promise.all([
      insertRun(tx, turnId, owner),
      tx.insert(responses).values(responseRows),
      tx
        .update(comparisons)
        .set({ updatedAt: sql`now()`, title: title ?? titleOf(input.prompt) })
        .where(eq(comparisons.id, comparisonId)),
    ]);
    return {
      turnId,
      isBlind,
      started: { runId, work: { turnId, prompt: input.prompt, past, lanes: asked } },
    };
  });
}

/** The comparison, held against other prompts until the transaction ends. */
async function lockComparison(tx: Transaction, raterId: RaterId, comparisonId: string) {
  const [comparison] = await tx
    .select({
      title: comparisons.title,
      system: comparisons.system,
      isBlind: isBlindFor(raterId),
      // The first text need not wait for the disk: a power cut within the next second takes the question along
      // with the run that was to answer it. Answers and ballots do wait.
      commit: sql`set_config('synchronous_commit', 'off', true)`,
    })
    .from(comparisons)
    .where(ownComparison(raterId, comparisonId))
    .for('no key update');
  if (!comparison) throw comparisonNotFound();
  return comparison;
}

/** How far the comparison has come; read after the lock, to see the turns that came while waiting for it. */
async function readState(tx: Transaction, comparisonId: string, input: TurnInput) {
  const isKnown = eq(turns.idempotencyKey, input.idempotencyKey ?? '');
  const [state] = await tx
    .select({
      lastIndex: sql<number>`coalesce(max(${turns.index}), -1)`,
      isRunning: sql<boolean>`coalesce(bool_or(${turns.status} = 'running'), false)`,
      knownId: sql<string | null>`min(${turns.id}::text) filter (where ${isKnown})`,
      knownPrompt: sql<string | null>`min(${turns.prompt}) filter (where ${isKnown})`,
    })
    .from(turns)
    .where(eq(turns.comparisonId, comparisonId));
  if (!state) throw comparisonNotFound();
  return state;
}

async function listAsked(tx: Transaction, comparisonId: string, system: string | null): Promise<LaneWork[]> {
  const rows = await tx
    .select({ lane: getTableColumns(lanes), endpoint: getTableColumns(endpoints) })
    .from(lanes)
    .innerJoin(endpoints, eq(endpoints.id, lanes.endpointId))
    .where(eq(lanes.comparisonId, comparisonId))
    .orderBy(asc(lanes.position));
  return rows.map((row) => toLaneWork({ ...row, responseId: createId(), system }));
}

function toPendingResponse(lane: LaneWork, turnId: string) {
  return { id: lane.responseId, turnId, laneId: lane.laneId, endpointSnapshot: toSnapshot(lane.endpoint) };
}

/** The first line that says something, cut at 80 characters. */
function titleOf(prompt: string): string {
  const characters = Array.from(prompt.trim().split('\n', 1)[0]?.trim() ?? '');
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : characters.join('');
}
