import * as operations from '#app/_lib/operations/leaderboard.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { getBoardMatrix } from '#db/queries/board-matrix.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.getBoardMatrix, async ({ raterId, query }) =>
    answer(await getBoardMatrix(raterId, query)),
  ),
});
