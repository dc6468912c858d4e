import * as operations from '#app/_lib/operations/leaderboard.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { listBoardOptions } from '#db/queries/board-options.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.listBoardOptions, async () => answer(await listBoardOptions())),
});
