import { getRuns } from '#app/_lib/runs/run-engine.ts';
import { requestStop } from '#db/queries/runs.ts';
import { getStoredTurn } from '#db/queries/stored-turns.ts';
import { AppError } from '#lib/errors.ts';
import type { RaterId } from '#lib/rater.ts';

/**
 * Stops a lane, or every lane: at once when the run is in this process, which does not even take the database; else
 * by a wish that its process hears of. A lane that has ended already stays as it is.
 * @throws AppError `not-found` when turn or lane are not the rater's.
 */
export async function stopTurn(raterId: RaterId, turnId: string, laneId: string | null): Promise<void> {
  const run = getRuns().engine.find(turnId);
  if (run !== null && run.raterId === raterId) {
    refuseUnknown(
      laneId,
      run.lanes.map((lane) => lane.laneId),
    );
    // One lane's stop would tell it from the others.
    run.stop(run.isBattle ? null : laneId, 'stopped');
    return;
  }
  const stored = await getStoredTurn(raterId, turnId);
  refuseUnknown(
    laneId,
    stored.lanes.map(({ response }) => response.laneId),
  );
  if (stored.status === 'running') await requestStop(raterId, turnId, stored.isBlind ? null : laneId);
}

function refuseUnknown(laneId: string | null, known: readonly string[]): void {
  if (laneId !== null && !known.includes(laneId)) {
    throw new AppError('not-found', 'There is no such lane in this turn.');
  }
}
