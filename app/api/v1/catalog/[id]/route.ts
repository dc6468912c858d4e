import { answer, createRoute, handle, textIdParams } from '#app/_lib/route.ts';
import { getCard, withLineage } from '#lib/catalog/cards.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: handle({ params: textIdParams }, async ({ params }) => answer(withLineage(getCard(params.id)))),
});
