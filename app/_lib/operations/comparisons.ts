import { z } from 'zod';
import { comparisonPageSchema } from '#app/_lib/operations/answers.ts';
import { defineOperation, idParams, json } from '#app/_lib/operations/operation.ts';
import { historyQuerySchema } from '#lib/arena/history-schema.ts';
import {
  comparisonInputSchema,
  comparisonPatchSchema,
  comparisonSchema,
  turnInputSchema,
  turnSchema,
} from '#lib/arena/schema.ts';
import { comparisonDetailSchema } from '#lib/preferences/comparison-detail-schema.ts';

const topic = 'comparisons';

export const listComparisons = defineOperation({
  id: 'listComparisons',
  method: 'GET',
  path: '/comparisons',
  topic,
  query: historyQuerySchema,
  answers: { 200: json(comparisonPageSchema) },
});

export const createComparison = defineOperation({
  id: 'createComparison',
  method: 'POST',
  path: '/comparisons',
  topic,
  body: comparisonInputSchema,
  answers: { 201: json(comparisonSchema) },
});

export const getComparison = defineOperation({
  id: 'getComparison',
  method: 'GET',
  path: '/comparisons/{id}',
  topic,
  params: idParams,
  answers: { 200: json(comparisonDetailSchema) },
});

export const renameComparison = defineOperation({
  id: 'renameComparison',
  method: 'PATCH',
  path: '/comparisons/{id}',
  topic,
  params: idParams,
  body: comparisonPatchSchema,
  answers: { 200: json(comparisonSchema) },
});

export const deleteComparison = defineOperation({
  id: 'deleteComparison',
  method: 'DELETE',
  path: '/comparisons/{id}',
  topic,
  params: idParams,
  answers: { 204: null },
});

export const askComparison = defineOperation({
  id: 'askComparison',
  method: 'POST',
  path: '/comparisons/{id}/turns',
  topic,
  params: idParams,
  body: turnInputSchema,
  answers: {
    200: { 'application/json': turnSchema, 'text/event-stream': z.string() },
    201: json(turnSchema),
  },
  errors: ['conflict'],
});
