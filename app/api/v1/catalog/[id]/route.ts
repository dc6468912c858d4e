import * as operations from '#app/_lib/operations/catalog.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { getCard, withLineage } from '#lib/catalog/cards.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: handle(operations.getCard, async ({ params }) => answer(withLineage(getCard(params.id)))),
});
