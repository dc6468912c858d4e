import { answer, createRoute, handle, idParams } from '#app/_lib/route.ts';
import { getTurnVotes } from '#db/queries/pair-votes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: handle({ params: idParams }, async ({ raterId, params }) =>
    answer(await getTurnVotes(raterId, params.id)),
  ),
});
