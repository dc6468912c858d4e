import { answer, createRoute, handle, idParams } from '#app/_lib/route.ts';
import { getPreferenceHistory } from '#db/queries/preference-history.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: handle({ params: idParams }, async ({ params }) => answer(await getPreferenceHistory(params.id))),
});
