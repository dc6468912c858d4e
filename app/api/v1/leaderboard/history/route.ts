import * as operations from '#app/_lib/operations/leaderboard.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { getBoardHistory } from '#db/queries/board-history.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.getBoardHistory, async ({ raterId, query }) =>
    answer(await getBoardHistory(raterId, query)),
  ),
});
