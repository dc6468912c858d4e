import { withDatabase } from '#db/client.ts';
import { isUniqueViolation } from '#db/connection-error.ts';
import { type AskedLane, readAskedComparisons } from '#db/queries/asked-comparisons.ts';
import { comparisonNotFound } from '#db/queries/comparisons.ts';
import { listPastTurns, type TurnWork, toLaneWork } from '#db/queries/turn-work.ts';
import { type NewTurn, writeTurns } from '#db/queries/write-turns.ts';
import type { PastTurn } from '#lib/arena/lane-messages.ts';
import type { TurnInput } from '#lib/arena/schema.ts';
import { inBatches, type Settled } from '#lib/batches.ts';
import { AppError } from '#lib/errors.ts';
import { createId } from '#lib/ids.ts';
import type { RaterId } from '#lib/rater.ts';

export type CreatedTurn = {
  turnId: string;
  isBlind: boolean;
  /** What its run is to do; null when the turn was there already. */
  started: { runId: string; work: TurnWork } | null;
};

type Wish = { raterId: RaterId; comparisonId: string; input: TurnInput; owner: string };
/** Decided, not yet written: the turn is there already, or is to be made. */
type Plan = { isBlind: boolean } & ({ knownId: string } | { turn: NewTurn });
type Stored = Plan & { past: Promise<PastTurn[]> };

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
  for (let attempt = 1; ; attempt += 1) {
    const stored = await store({ raterId, comparisonId, input, owner }).catch((error: unknown) => {
      if (attempt < maxAttempts && isUniqueViolation(error)) return null;
      throw error;
    });
    if (stored !== null) return toCreated(stored);
  }
}

/** Another prompt came between reading and writing: what it has left is seen at the next attempt. */
const maxAttempts = 5;

/** The first text waits for these statements: turns that are asked in the same moment share them. */
const store = inBatches<Wish, Stored>({
  work: storeTurns,
  keyOf: ({ comparisonId }) => comparisonId,
  most: 64,
  concernsAll: (error) => error instanceof AppError && error.code === 'unavailable',
});

/**
 * Two statements and no lock between them: the unique keys of turns (index, idempotency key, one that runs) refuse
 * what was decided on a state that has passed.
 */
async function storeTurns(wishes: readonly Wish[]): Promise<Settled<Stored>[]> {
  const found = await readAskedComparisons(
    wishes.map(({ input, ...wish }) => ({ ...wish, idempotencyKey: input.idempotencyKey ?? null })),
  );
  const plans = wishes.map((wish) => decide(wish, found.get(wish.comparisonId) ?? []));
  const turns = plans.flatMap((plan) => ('done' in plan && 'turn' in plan.done ? [plan.done.turn] : []));
  const pasts = new Map(turns.map((turn) => [turn.turnId, startReadingPast(turn)]));
  const written = turns.length === 0 ? new Set() : await writeTurns(turns);
  return plans.map((plan) => {
    if ('refused' in plan) return plan;
    if ('knownId' in plan.done) return { done: { ...plan.done, past: noPast } };
    const { turnId } = plan.done.turn;
    if (!written.has(turnId)) return { refused: comparisonNotFound() };
    return { done: { ...plan.done, past: pasts.get(turnId) ?? noPast } };
  });
}

function decide({ input, owner, comparisonId }: Wish, lanes: readonly AskedLane[]): Settled<Plan> {
  const [state] = lanes;
  if (!state) return { refused: comparisonNotFound() };
  const { isBlind, lastIndex, knownId } = state;
  if (knownId !== null) {
    if (state.knownPrompt === input.prompt) return { done: { isBlind, knownId } };
    return { refused: new AppError('conflict', 'This idempotency key belongs to another prompt.') };
  }
  if (state.isRunning) {
    const words = 'The last prompt is still being answered. Stop it, or wait for its end.';
    return { refused: new AppError('conflict', words) };
  }
  const turn = {
    ...{ turnId: createId(), runId: createId(), comparisonId, index: lastIndex + 1, owner },
    prompt: input.prompt,
    idempotencyKey: input.idempotencyKey ?? null,
    lanes: lanes.map((row) => toLaneWork({ ...row, responseId: createId() })),
  };
  return { done: { isBlind, turn } };
}

const noPast: Promise<PastTurn[]> = Promise.resolve([]);

/** Beside the writing; a long conversation is waited for by its own turn alone. */
function startReadingPast({ comparisonId, index }: NewTurn): Promise<PastTurn[]> {
  if (index === 0) return noPast;
  const past = withDatabase((db) => listPastTurns(db, comparisonId, index));
  // Whoever waits for it is told; nobody does when the turn is not stored.
  past.catch(() => {});
  return past;
}

async function toCreated(stored: Stored): Promise<CreatedTurn> {
  const { isBlind } = stored;
  if ('knownId' in stored) return { turnId: stored.knownId, isBlind, started: null };
  const { turnId, runId, prompt, lanes } = stored.turn;
  return { turnId, isBlind, started: { runId, work: { turnId, prompt, past: await stored.past, lanes } } };
}
