import * as operations from '#app/_lib/operations/leaderboard.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { getBoardAgreement } from '#db/queries/board-agreement.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.getBoardAgreement, async ({ raterId, query }) =>
    answer(await getBoardAgreement(raterId, query)),
  ),
});
