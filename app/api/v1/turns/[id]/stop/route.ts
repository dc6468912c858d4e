import { answer, createRoute, handle, idParams } from '#app/_lib/route.ts';
import { stopTurn } from '#app/_lib/runs/stop-turn.ts';
import { stopInputSchema } from '#lib/arena/schema.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: handle({ params: idParams, body: stopInputSchema }, async ({ raterId, params, body }) => {
    await stopTurn(raterId, params.id, body.laneId ?? null);
    return answer({}, 202);
  }),
});
