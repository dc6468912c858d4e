import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { suggestCard } from '#lib/catalog/suggest-card.ts';
import { type Suggestions, suggestionInputSchema } from '#lib/catalog/suggestion-schema.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: handle({ body: suggestionInputSchema }, async ({ body }) => {
    const data = body.models.map(({ model, name }) => suggestCard(model, name));
    return answer({ data } satisfies Suggestions);
  }),
});
