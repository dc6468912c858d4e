import * as operations from '#app/_lib/operations/views.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { createView, listViews } from '#db/queries/saved-views.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.listViews, async ({ raterId }) => answer({ data: await listViews(raterId) })),
  POST: handle(operations.createView, async ({ raterId, body }) =>
    answer(await createView(raterId, body), 201),
  ),
});
