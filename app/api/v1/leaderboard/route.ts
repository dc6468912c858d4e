import * as operations from '#app/_lib/operations/leaderboard.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { getBoard } from '#db/queries/board.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.getBoard, async ({ raterId, query }) => answer(await getBoard(raterId, query))),
});
