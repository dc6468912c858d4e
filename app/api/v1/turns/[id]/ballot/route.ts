import { answerBallot } from '#app/_lib/answer-ballot.ts';
import * as operations from '#app/_lib/operations/ballots.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { getBallot } from '#db/queries/ballots.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.getBallot, async ({ raterId, params }) =>
    answer(await getBallot(raterId, params.id)),
  ),
  PUT: handle(operations.putBallot, answerBallot),
});
