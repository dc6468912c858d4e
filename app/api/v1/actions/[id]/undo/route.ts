import * as operations from '#app/_lib/operations/changes.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { undoAction } from '#db/queries/undo-action.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  POST: handle(operations.undoAction, async ({ raterId, params }) =>
    answer(await undoAction(raterId, params.id)),
  ),
});
