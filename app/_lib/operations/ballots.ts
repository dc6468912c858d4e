import { judgementSchema } from '#app/_lib/operations/answers.ts';
import { defineOperation, idParams, json } from '#app/_lib/operations/operation.ts';
import { ballotInputSchema, ballotSchema } from '#lib/preferences/ballot-schema.ts';
import { turnVotesSchema } from '#lib/preferences/pair-votes-schema.ts';

const topic = 'ballots';
const path = '/turns/{id}/ballot';

const judged = json(judgementSchema);

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
