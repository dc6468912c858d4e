import * as operations from '#app/_lib/operations/catalog.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { listCards } from '#lib/catalog/list-cards.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.listCards, async ({ query }) => answer({ data: listCards(query) })),
});
