import * as operations from '#app/_lib/operations/preferences.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { listPreferences } from '#db/queries/preferences.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.listPreferences, async ({ query: { limit, cursor, ...filter } }) =>
    answer(await listPreferences(filter, { limit, cursor })),
  ),
});
