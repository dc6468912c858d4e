import * as operations from '#app/_lib/operations/ballots.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { getBallot, putBallot } from '#db/queries/ballots.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.getBallot, async ({ raterId, params }) =>
    answer(await getBallot(raterId, params.id)),
  ),
  PUT: handle(operations.putBallot, async ({ raterId, params, body }) => {
    const { ballot, reveal, excluded, isNew } = await putBallot(raterId, params.id, body);
    return answer({ ballot, reveal, excluded }, isNew ? 201 : 200);
  }),
});
