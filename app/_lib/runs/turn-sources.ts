import { getRuns } from '#app/_lib/runs/run-engine.ts';
import { getStoredTurn } from '#db/queries/stored-turns.ts';
import type { Turn } from '#lib/arena/schema.ts';
import { StoredTurn } from '#lib/arena/stored-turn.ts';
import type { TurnSource } from '#lib/arena/turn-source.ts';
import type { RaterId } from '#lib/rater.ts';

export type OpenedTurn = { source: TurnSource; isBlind: boolean };

/**
 * A turn to look at: its run when that is in this process, else what is stored of it.
 * @throws AppError `not-found` when the turn is not the rater's.
 */
export async function getTurnSource(raterId: RaterId, turnId: string): Promise<OpenedTurn> {
  const stored = await getStoredTurn(raterId, turnId);
  const { engine, wakeups } = getRuns();
  const source = engine.find(turnId) ?? new StoredTurn(stored, () => getStoredTurn(raterId, turnId), wakeups);
  return { source, isBlind: stored.isBlind };
}

/** A stored turn with the words that have come since the last checkpoint; blind raters read those as events alone. */
export function toTurn(stored: Turn, { source, isBlind }: OpenedTurn): Turn {
  if (isBlind) return stored;
  return { ...stored, status: source.status, responses: source.lanes.map((lane) => lane.toResponse()) };
}

/** Resolves when every lane has ended and is stored. */
export async function untilComplete(source: TurnSource, signal: AbortSignal): Promise<void> {
  while (source.status !== 'complete' && !signal.aborted) {
    const { promise, resolve } = Promise.withResolvers<void>();
    const forget = source.onNextTick(resolve);
    signal.addEventListener('abort', () => resolve(), { once: true });
    await promise;
    forget();
  }
}
