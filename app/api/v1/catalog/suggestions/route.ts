import * as operations from '#app/_lib/operations/catalog.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { suggestCard } from '#lib/catalog/suggest-card.ts';
import type { Suggestions } from '#lib/catalog/suggestion-schema.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  POST: handle(operations.suggestCards, async ({ body }) => {
    const data = body.models.map(({ model, name }) => suggestCard(model, name));
    return answer({ data } satisfies Suggestions);
  }),
});
