import * as operations from '#app/_lib/operations/views.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { deleteView, updateView } from '#db/queries/saved-views.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  PATCH: handle(operations.updateView, async ({ raterId, params, body }) =>
    answer(await updateView(raterId, params.id, body)),
  ),
  DELETE: handle(operations.deleteView, async ({ raterId, params }) => {
    await deleteView(raterId, params.id);
    return new Response(null, { status: 204 });
  }),
});
