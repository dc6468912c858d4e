import { z } from 'zod';

/** The body of `POST /catalog/suggestions`: models as their servers name them. */
export const suggestionInputSchema = z.strictObject({
  models: z.array(z.strictObject({ model: z.string().max(300), name: z.string().max(300) })).max(1000),
});
export type SuggestionInput = z.infer<typeof suggestionInputSchema>;

/** For each model, in the same order, the id of the card that fits, or null. */
export const suggestionsSchema = z.object({ data: z.array(z.string().nullable()) });
export type Suggestions = z.infer<typeof suggestionsSchema>;
