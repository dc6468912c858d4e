import * as operations from '#app/_lib/operations/preferences.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { getPreferenceHistory } from '#db/queries/preference-history.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.getPreferenceHistory, async ({ params }) =>
    answer(await getPreferenceHistory(params.id)),
  ),
});
