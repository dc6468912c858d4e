import * as changes from '#app/_lib/operations/changes.ts';
import * as operations from '#app/_lib/operations/preferences.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { changeBallot } from '#db/queries/change-ballots.ts';
import { getPreference } from '#db/queries/preferences.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.getPreference, async ({ params }) => answer(await getPreference(params.id))),
  PATCH: handle(changes.changePreference, async ({ raterId, params, body }) =>
    answer(await changeBallot(raterId, params.id, body)),
  ),
});
