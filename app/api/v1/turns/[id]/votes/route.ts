import * as operations from '#app/_lib/operations/ballots.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { getTurnVotes } from '#db/queries/pair-votes.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.getTurnVotes, async ({ raterId, params }) =>
    answer(await getTurnVotes(raterId, params.id)),
  ),
});
