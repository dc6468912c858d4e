import { planLanes } from '#app/_lib/runs/plan-lanes.ts';
import { getRuns } from '#app/_lib/runs/run-engine.ts';
import { getTurnSource } from '#app/_lib/runs/turn-sources.ts';
import { createTurn } from '#db/queries/create-turn.ts';
import { createRetry } from '#db/queries/retries.ts';
import { getStoredTurn } from '#db/queries/stored-turns.ts';
import { getTurnWork } from '#db/queries/turn-work.ts';
import type { TurnInput } from '#lib/arena/schema.ts';
import { SettledLane } from '#lib/arena/stored-turn.ts';
import type { TurnSource } from '#lib/arena/turn-source.ts';
import { AppError } from '#lib/errors.ts';
import { getProcessState } from '#lib/process-state.ts';
import type { RaterId } from '#lib/rater.ts';

export type StartedTurn = { turnId: string; source: TurnSource; isBlind: boolean; isNew: boolean };

/** Stores the turn and sets its lanes to work; a known idempotency key gives the turn that exists. */
export async function startTurn(
  raterId: RaterId,
  comparisonId: string,
  input: TurnInput,
): Promise<StartedTurn> {
  refuseWhileDraining();
  const { engine, owner } = getRuns();
  const { turnId, isBlind, started } = await createTurn(raterId, comparisonId, input, owner);
  if (started === null) return { turnId, isNew: false, ...(await getTurnSource(raterId, turnId)) };
  const lanes = await planLanes(started.work);
  return {
    turnId,
    isNew: true,
    isBlind,
    source: engine.start({ runId: started.runId, turnId, raterId, lanes }),
  };
}

/** Asks one lane of a turn again; its viewers see it start over. */
export async function retryLane(raterId: RaterId, turnId: string, laneId: string): Promise<void> {
  refuseWhileDraining();
  const { engine, owner } = getRuns();
  const { runId } = await createRetry(raterId, turnId, laneId, owner);
  const work = await getTurnWork(raterId, turnId);
  const lanes = await planLanes({ ...work, lanes: work.lanes.filter((lane) => lane.laneId === laneId) });
  const [lane] = lanes;
  if (lane === undefined) throw new AppError('not-found', 'There is no such lane in this turn.');
  if (engine.retryInRun(turnId, lane)) return;
  const stored = await getStoredTurn(raterId, turnId);
  const others = stored.lanes.filter(({ response }) => response.laneId !== laneId);
  const settled = others.map((other) => new SettledLane(other));
  engine.start({ runId, turnId, raterId, lanes, settled });
}

function refuseWhileDraining(): void {
  if (getProcessState().draining) {
    throw new AppError('unavailable', 'Baijia is shutting down. Ask again in a moment.');
  }
}
