import { answer, createRoute, handle, idParams } from '#app/_lib/route.ts';
import { getBallot, putBallot } from '#db/queries/ballots.ts';
import { ballotInputSchema } from '#lib/preferences/ballot-schema.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: handle({ params: idParams }, async ({ raterId, params }) =>
    answer(await getBallot(raterId, params.id)),
  ),
  PUT: handle({ params: idParams, body: ballotInputSchema }, async ({ raterId, params, body }) => {
    const { ballot, reveal, excluded, isNew } = await putBallot(raterId, params.id, body);
    return answer({ ballot, reveal, excluded }, isNew ? 201 : 200);
  }),
});
