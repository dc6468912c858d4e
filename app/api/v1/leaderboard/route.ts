import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { getBoard } from '#db/queries/board.ts';
import { boardQuerySchema } from '#lib/rating/board-schema.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: handle({ query: boardQuerySchema }, async ({ raterId, query }) =>
    answer(await getBoard(raterId, query)),
  ),
});
