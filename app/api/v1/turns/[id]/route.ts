import * as operations from '#app/_lib/operations/turns.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { getTurnSource, toTurn } from '#app/_lib/runs/turn-sources.ts';
import { getTurn } from '#db/queries/turns.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.getTurn, async ({ raterId, params }) => {
    const turn = await getTurn(raterId, params.id);
    return answer(turn.status === 'complete' ? turn : toTurn(turn, await getTurnSource(raterId, params.id)));
  }),
});
