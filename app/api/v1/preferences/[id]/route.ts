import { answer, createRoute, handle, idParams } from '#app/_lib/route.ts';
import { getPreference } from '#db/queries/preferences.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: handle({ params: idParams }, async ({ params }) => answer(await getPreference(params.id))),
});
