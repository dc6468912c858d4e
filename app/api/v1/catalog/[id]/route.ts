import * as operations from '#app/_lib/operations/catalog.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { listEndpoints } from '#db/queries/endpoints.ts';
import { toCardAnswer } from '#lib/catalog/card-answer.ts';
import { getCard } from '#lib/catalog/cards.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.getCard, async ({ params }) => {
    const card = getCard(params.id);
    return answer(toCardAnswer(card, await listEndpoints().catch(() => null)));
  }),
});
