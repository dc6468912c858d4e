import { viewListSchema } from '#app/_lib/operations/answers.ts';
import { defineOperation, idParams, json } from '#app/_lib/operations/operation.ts';
import { viewInputSchema, viewPatchSchema, viewSchema } from '#lib/preferences/view-schema.ts';

const topic = 'preferences';
const path = '/views/{id}';

export const listViews = defineOperation({
  id: 'listViews',
  method: 'GET',
  path: '/views',
  topic,
  answers: { 200: json(viewListSchema) },
});

export const createView = defineOperation({
  id: 'createView',
  method: 'POST',
  path: '/views',
  topic,
  body: viewInputSchema,
  answers: { 201: json(viewSchema) },
  errors: ['conflict'],
});

export const updateView = defineOperation({
  id: 'updateView',
  method: 'PATCH',
  path,
  topic,
  params: idParams,
  body: viewPatchSchema,
  answers: { 200: json(viewSchema) },
  errors: ['conflict'],
});

export const deleteView = defineOperation({
  id: 'deleteView',
  method: 'DELETE',
  path,
  topic,
  params: idParams,
  answers: { 204: null },
});
