import * as operations from '#app/_lib/operations/preferences.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { getPreference } from '#db/queries/preferences.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: handle(operations.getPreference, async ({ params }) => answer(await getPreference(params.id))),
});
