import * as operations from '#app/_lib/operations/comparisons.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { toEventResponse } from '#app/_lib/runs/event-response.ts';
import { startTurn } from '#app/_lib/runs/start-turn.ts';
import { untilComplete } from '#app/_lib/runs/turn-sources.ts';
import { getTurn } from '#db/queries/turns.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  POST: handle(operations.askComparison, async ({ request, raterId, params, body }) => {
    const { turnId, source, isBlind, isNew } = await startTurn(raterId, params.id, body);
    if (request.headers.get('accept')?.includes('text/event-stream')) {
      return toEventResponse({ source, isBlind }, isNew ? 'turn-start' : 'snapshot');
    }
    await untilComplete(source, request.signal);
    return answer(await getTurn(raterId, turnId), isNew ? 201 : 200);
  }),
});
