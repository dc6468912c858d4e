import {
  actionPageSchema,
  changedPreferenceSchema,
  tagListSchema,
  undoneSchema,
} from '#app/_lib/operations/answers.ts';
import { defineOperation, idParams, json } from '#app/_lib/operations/operation.ts';
import { pageQuerySchema } from '#lib/page-schema.ts';
import { bulkAnswerSchema, bulkInputSchema, changeSchema } from '#lib/preferences/change-schema.ts';

const topic = 'preferences';

export const changePreference = defineOperation({
  id: 'changePreference',
  method: 'PATCH',
  path: '/preferences/{id}',
  topic,
  params: idParams,
  body: changeSchema,
  answers: { 200: json(changedPreferenceSchema) },
});

export const changePreferences = defineOperation({
  id: 'changePreferences',
  method: 'POST',
  path: '/preferences/bulk',
  topic,
  body: bulkInputSchema,
  answers: { 200: json(bulkAnswerSchema) },
  errors: ['conflict'],
});

export const listActions = defineOperation({
  id: 'listActions',
  method: 'GET',
  path: '/actions',
  topic,
  query: pageQuerySchema,
  answers: { 200: json(actionPageSchema) },
});

export const undoAction = defineOperation({
  id: 'undoAction',
  method: 'POST',
  path: '/actions/{id}/undo',
  topic,
  params: idParams,
  answers: { 200: json(undoneSchema) },
  errors: ['conflict'],
});

export const listTags = defineOperation({
  id: 'listTags',
  method: 'GET',
  path: '/tags',
  topic,
  answers: { 200: json(tagListSchema) },
});
