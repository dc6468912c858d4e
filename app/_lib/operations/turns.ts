import { z } from 'zod';
import { acceptedSchema } from '#app/_lib/operations/answers.ts';
import { defineOperation, idParams, json } from '#app/_lib/operations/operation.ts';
import { stopInputSchema, turnSchema } from '#lib/arena/schema.ts';

const topic = 'turns';
const accepted = json(acceptedSchema);

export const getTurn = defineOperation({
  id: 'getTurn',
  method: 'GET',
  path: '/turns/{id}',
  topic,
  params: idParams,
  answers: { 200: json(turnSchema) },
});

export const followTurn = defineOperation({
  id: 'followTurn',
  method: 'GET',
  path: '/turns/{id}/events',
  topic,
  params: idParams,
  answers: { 200: { 'text/event-stream': z.string() } },
});

export const stopTurn = defineOperation({
  id: 'stopTurn',
  method: 'POST',
  path: '/turns/{id}/stop',
  topic,
  params: idParams,
  body: stopInputSchema,
  answers: { 202: accepted },
});

export const retryLane = defineOperation({
  id: 'retryLane',
  method: 'POST',
  path: '/turns/{id}/lanes/{laneId}/retry',
  topic,
  params: z.object({ id: z.uuid(), laneId: z.uuid() }),
  answers: { 202: accepted },
  errors: ['conflict'],
});
