import * as operations from '#app/_lib/operations/turns.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { retryLane } from '#app/_lib/runs/start-turn.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  POST: handle(operations.retryLane, async ({ raterId, params }) => {
    await retryLane(raterId, params.id, params.laneId);
    return answer({}, 202);
  }),
});
