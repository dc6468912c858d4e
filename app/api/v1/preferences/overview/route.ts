import * as operations from '#app/_lib/operations/preferences.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { getOverview } from '#db/queries/overview.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.getOverview, async ({ query: { timeZone, ...filter } }) =>
    answer(await getOverview(filter, timeZone)),
  ),
});
