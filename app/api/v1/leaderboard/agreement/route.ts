import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { getBoardAgreement } from '#db/queries/board-agreement.ts';
import { boardQuerySchema } from '#lib/rating/board-schema.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: handle({ query: boardQuerySchema }, async ({ raterId, query }) =>
    answer(await getBoardAgreement(raterId, query)),
  ),
});
