import { documentSchema, liveSchema, readySchema } from '#app/_lib/operations/answers.ts';
import { defineOperation, json } from '#app/_lib/operations/operation.ts';

const topic = 'service';

export const checkLive = defineOperation({
  id: 'checkLive',
  method: 'GET',
  path: '/health/live',
  topic,
  answers: { 200: json(liveSchema) },
});

export const checkReady = defineOperation({
  id: 'checkReady',
  method: 'GET',
  path: '/health/ready',
  topic,
  answers: { 200: json(readySchema) },
});

export const getDocument = defineOperation({
  id: 'getDocument',
  method: 'GET',
  path: '/openapi.json',
  topic,
  answers: { 200: json(documentSchema) },
});
