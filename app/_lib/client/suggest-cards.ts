import { request } from '#app/_lib/client/request.ts';
import type { SuggestionInput, Suggestions } from '#lib/catalog/suggestion-schema.ts';

/** For each model the card that fits its id, or null. Asked of the server, so that pages need not load the catalog. */
export async function suggestCards(models: SuggestionInput['models']): Promise<Suggestions['data']> {
  const { data } = await request<Suggestions>('/catalog/suggestions', { method: 'POST', body: { models } });
  return data;
}
