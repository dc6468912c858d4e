import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { listCards } from '#lib/catalog/list-cards.ts';
import { catalogFilterSchema } from '#lib/catalog/schema.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: handle({ query: catalogFilterSchema }, async ({ query }) => answer({ data: listCards(query) })),
});
