import * as operations from '#app/_lib/operations/leaderboard.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { screenRaters } from '#db/queries/screen-raters.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  POST: handle(operations.screenRaters, async () => answer(await screenRaters())),
});
