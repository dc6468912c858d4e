import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { listPreferences } from '#db/queries/preferences.ts';
import { pageQuerySchema } from '#lib/page-schema.ts';
import { preferenceFilterSchema } from '#lib/preferences/log-schema.ts';

const query = preferenceFilterSchema.extend(pageQuerySchema.shape);

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: handle({ query }, async ({ query: { limit, cursor, ...filter } }) =>
    answer(await listPreferences(filter, { limit, cursor })),
  ),
});
