import { cardListSchema } from '#app/_lib/operations/answers.ts';
import { defineOperation, json, textIdParams } from '#app/_lib/operations/operation.ts';
import { cardAnswerSchema } from '#lib/catalog/card-answer.ts';
import { catalogFilterSchema } from '#lib/catalog/schema.ts';
import { suggestionInputSchema, suggestionsSchema } from '#lib/catalog/suggestion-schema.ts';

const topic = 'catalog';

export const listCards = defineOperation({
  id: 'listCards',
  method: 'GET',
  path: '/catalog',
  topic,
  query: catalogFilterSchema,
  answers: { 200: json(cardListSchema) },
});

export const getCard = defineOperation({
  id: 'getCard',
  method: 'GET',
  path: '/catalog/{id}',
  topic,
  params: textIdParams,
  answers: { 200: json(cardAnswerSchema) },
});

export const suggestCards = defineOperation({
  id: 'suggestCards',
  method: 'POST',
  path: '/catalog/suggestions',
  topic,
  body: suggestionInputSchema,
  answers: { 200: json(suggestionsSchema) },
});
