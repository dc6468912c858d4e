import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { getBoardRobustness } from '#db/queries/board-robustness.ts';
import { boardQuerySchema } from '#lib/rating/board-schema.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: handle({ query: boardQuerySchema }, async ({ raterId, query }) =>
    answer(await getBoardRobustness(raterId, query)),
  ),
});
