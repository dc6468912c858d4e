import { z } from 'zod';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { getCard, withLineage } from '#lib/catalog/cards.ts';

const params = z.object({ id: z.string() });

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: handle({ params }, async ({ params: { id } }) => answer(withLineage(getCard(id)))),
});
