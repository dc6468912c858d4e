import { discoveredListSchema, endpointListSchema } from '#app/_lib/operations/answers.ts';
import { defineOperation, json, textIdParams } from '#app/_lib/operations/operation.ts';
import {
  endpointInputSchema,
  endpointPatchSchema,
  endpointSchema,
  endpointTestResultSchema,
} from '#lib/endpoints/schema.ts';
import { factsAnswerSchema } from '#lib/facts/schema.ts';

const topic = 'endpoints';

export const listEndpoints = defineOperation({
  id: 'listEndpoints',
  method: 'GET',
  path: '/endpoints',
  topic,
  answers: { 200: json(endpointListSchema) },
});

export const createEndpoint = defineOperation({
  id: 'createEndpoint',
  method: 'POST',
  path: '/endpoints',
  topic,
  body: endpointInputSchema,
  answers: { 201: json(endpointSchema) },
});

export const getEndpoint = defineOperation({
  id: 'getEndpoint',
  method: 'GET',
  path: '/endpoints/{id}',
  topic,
  params: textIdParams,
  answers: { 200: json(endpointSchema) },
});

export const updateEndpoint = defineOperation({
  id: 'updateEndpoint',
  method: 'PATCH',
  path: '/endpoints/{id}',
  topic,
  params: textIdParams,
  body: endpointPatchSchema,
  answers: { 200: json(endpointSchema) },
  errors: ['conflict'],
});

export const disableEndpoint = defineOperation({
  id: 'disableEndpoint',
  method: 'DELETE',
  path: '/endpoints/{id}',
  topic,
  params: textIdParams,
  answers: { 204: null },
});

export const testEndpoint = defineOperation({
  id: 'testEndpoint',
  method: 'POST',
  path: '/endpoints/{id}/test',
  topic,
  params: textIdParams,
  answers: { 200: json(endpointTestResultSchema) },
  errors: ['conflict'],
});

export const getEndpointFacts = defineOperation({
  id: 'getEndpointFacts',
  method: 'GET',
  path: '/endpoints/{id}/facts',
  topic,
  params: textIdParams,
  answers: { 200: json(factsAnswerSchema) },
});

export const discoverEndpoints = defineOperation({
  id: 'discoverEndpoints',
  method: 'GET',
  path: '/endpoints/discover',
  topic,
  answers: { 200: json(discoveredListSchema) },
});
