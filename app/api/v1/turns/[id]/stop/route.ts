import * as operations from '#app/_lib/operations/turns.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { stopTurn } from '#app/_lib/runs/stop-turn.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  POST: handle(operations.stopTurn, async ({ raterId, params, body }) => {
    await stopTurn(raterId, params.id, body.laneId ?? null);
    return answer({}, 202);
  }),
});
