'use server';

import { z } from 'zod';
import { suggestCard } from '#lib/catalog/suggest-card.ts';

const modelsSchema = z.array(z.object({ model: z.string().max(300), name: z.string().max(120) })).max(1000);

/** For each model the card that fits its id, or null. Asked of the server, so that pages need not load the catalog. */
export async function suggestCards(
  models: readonly { model: string; name: string }[],
): Promise<(string | null)[]> {
  return modelsSchema.parse(models).map(({ model, name }) => suggestCard(model, name));
}
