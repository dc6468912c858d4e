import { z } from 'zod';
import { cleanText } from '#lib/clean-text.ts';
import { filterBodySchema } from '#lib/preferences/change-schema.ts';

const nameSchema = z
  .string()
  .min(1, { error: 'must not be empty' })
  .max(80)
  .transform((text) => cleanText(text).trim())
  .refine((text) => text !== '', { error: 'must not be empty' });

/** A filter of the log under a name. */
export const viewInputSchema = z.strictObject({ name: nameSchema, filter: filterBodySchema });
export type ViewInput = z.infer<typeof viewInputSchema>;

export const viewPatchSchema = viewInputSchema.partial();
export type ViewPatch = z.infer<typeof viewPatchSchema>;

export const viewSchema = z.object({
  id: z.string(),
  name: z.string(),
  filter: filterBodySchema,
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type View = z.infer<typeof viewSchema>;
