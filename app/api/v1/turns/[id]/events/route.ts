import * as operations from '#app/_lib/operations/turns.ts';
import { createRoute, handle } from '#app/_lib/route.ts';
import { toEventResponse } from '#app/_lib/runs/event-response.ts';
import { getTurnSource } from '#app/_lib/runs/turn-sources.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.followTurn, async ({ raterId, params }) => {
    return toEventResponse(await getTurnSource(raterId, params.id), 'snapshot');
  }),
});
