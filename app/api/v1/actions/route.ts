import * as operations from '#app/_lib/operations/changes.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { listActions } from '#db/queries/actions.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.listActions, async ({ raterId, query }) =>
    answer(await listActions(raterId, query)),
  ),
});
