import { planLanes } from '#app/_lib/runs/plan-lanes.ts';
import { getRuns } from '#app/_lib/runs/run-engine.ts';
import { getTurnSource } from '#app/_lib/runs/turn-sources.ts';
import { createTurn } from '#db/queries/create-turn.ts';
import { redrawLane } from '#db/queries/redraws.ts';
import { createRetry } from '#db/queries/retries.ts';
import { getStoredTurn } from '#db/queries/stored-turns.ts';
import { getTurnWork } from '#db/queries/turn-work.ts';
import type { LanePlan, LaneRun } from '#lib/arena/lane-run.ts';
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
  const redraw = isBlind ? (lane: LaneRun) => redrawPlan(raterId, turnId, lane) : undefined;
  const source = engine.start({ runId: started.runId, turnId, raterId, lanes, redraw });
  return { turnId, isNew: true, isBlind, source };
}

/** Who answers in the place of a failed lane of a battle. */
async function redrawPlan(raterId: RaterId, turnId: string, lane: LaneRun): Promise<LanePlan | null> {
  if (!(await redrawLane(turnId, lane.laneId, lane.toRecord()))) return null;
  return planLane(raterId, turnId, lane.laneId);
}

async function planLane(raterId: RaterId, turnId: string, laneId: string): Promise<LanePlan> {
  const work = await getTurnWork(raterId, turnId);
  const lanes = work.lanes.filter((lane) => lane.laneId === laneId);
  const [plan] = await planLanes({ ...work, lanes });
  if (plan === undefined) throw new AppError('not-found', 'There is no such lane in this turn.');
  return plan;
}

/** Asks one lane of a turn again; its viewers see it start over. */
export async function retryLane(raterId: RaterId, turnId: string, laneId: string): Promise<void> {
  refuseWhileDraining();
  const { engine, owner } = getRuns();
  const { runId } = await createRetry(raterId, turnId, laneId, owner);
  const lane = await planLane(raterId, turnId, laneId);
  if (engine.retryInRun(turnId, lane)) return;
  const stored = await getStoredTurn(raterId, turnId);
  const others = stored.lanes.filter(({ response }) => response.laneId !== laneId);
  const settled = others.map((other) => new SettledLane(other));
  engine.start({ runId, turnId, raterId, lanes: [lane], settled });
}

function refuseWhileDraining(): void {
  if (getProcessState().draining) {
    throw new AppError('unavailable', 'Baijia is shutting down. Ask again in a moment.');
  }
}
