import { createRoute, handle, idParams } from '#app/_lib/route.ts';
import { toEventResponse } from '#app/_lib/runs/event-response.ts';
import { getTurnSource } from '#app/_lib/runs/turn-sources.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: handle({ params: idParams }, async ({ raterId, params }) => {
    return toEventResponse(await getTurnSource(raterId, params.id), 'snapshot');
  }),
});
