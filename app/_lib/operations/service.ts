import { z } from 'zod';
import { defineOperation, json } from '#app/_lib/operations/operation.ts';

const topic = 'service';

export const checkLive = defineOperation({
  id: 'checkLive',
  method: 'GET',
  path: '/health/live',
  topic,
  answers: { 200: json(z.object({ status: z.literal('live') })) },
});

export const checkReady = defineOperation({
  id: 'checkReady',
  method: 'GET',
  path: '/health/ready',
  topic,
  answers: { 200: json(z.object({ status: z.literal('ready') })) },
});

export const getDocument = defineOperation({
  id: 'getDocument',
  method: 'GET',
  path: '/openapi.json',
  topic,
  answers: { 200: json(z.looseObject({ openapi: z.literal('3.1.1') })) },
});
