import * as operations from '#app/_lib/operations/leaderboard.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { getBoardRobustness } from '#db/queries/board-robustness.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.getBoardRobustness, async ({ raterId, query }) =>
    answer(await getBoardRobustness(raterId, query)),
  ),
});
