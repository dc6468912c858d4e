import { z } from 'zod';
import { defineOperation, idParams, json } from '#app/_lib/operations/operation.ts';
import { ballotInputSchema, ballotSchema, revealSchema } from '#lib/preferences/ballot-schema.ts';
import { turnVotesSchema } from '#lib/preferences/pair-votes-schema.ts';

const topic = 'ballots';
const path = '/turns/{id}/ballot';

const judged = json(
  z.object({
    ballot: ballotSchema,
    /** Of a blind comparison: who was who. */
    reveal: z.array(revealSchema),
    /** Why the ballot does not count on the leaderboard; empty when it does. */
    excluded: z.array(z.string()),
  }),
);

export const getBallot = defineOperation({
  id: 'getBallot',
  method: 'GET',
  path,
  topic,
  params: idParams,
  answers: { 200: json(ballotSchema) },
});

export const putBallot = defineOperation({
  id: 'putBallot',
  method: 'PUT',
  path,
  topic,
  params: idParams,
  body: ballotInputSchema,
  answers: { 200: judged, 201: judged },
  errors: ['conflict', 'ballot-final', 'lane-not-rankable'],
});

export const getTurnVotes = defineOperation({
  id: 'getTurnVotes',
  method: 'GET',
  path: '/turns/{id}/votes',
  topic,
  params: idParams,
  answers: { 200: json(turnVotesSchema) },
});
