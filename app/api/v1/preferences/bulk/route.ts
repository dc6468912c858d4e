import * as operations from '#app/_lib/operations/changes.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { changeBallots } from '#db/queries/change-ballots.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  POST: handle(operations.changePreferences, async ({ raterId, body }) =>
    answer(await changeBallots(raterId, body)),
  ),
});
