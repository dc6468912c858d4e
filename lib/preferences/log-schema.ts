import { z } from 'zod';
import { laneLabelSchema, modeSchema, responseSchema } from '#lib/arena/schema.ts';
import { cleanText } from '#lib/clean-text.ts';
import { ballotSchema, flagSchema } from '#lib/preferences/ballot-schema.ts';
import { outcomes } from '#lib/preferences/outcomes.ts';

export const outcomeSchema = z.enum(outcomes);

/** The query of `GET /preferences`; every field comes from a URL, so numbers and booleans are coerced. */
export const preferenceFilterSchema = z.strictObject({
  q: z.string().max(500).transform(cleanText).optional(),
  endpoint: z.string().max(120).optional(),
  card: z.string().max(120).optional(),
  mode: modeSchema.optional(),
  outcome: outcomeSchema.optional(),
  language: z.string().max(20).optional(),
  /** ISO 8601; `from` is inclusive, `to` exclusive. */
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  hasComment: z.stringbool().optional(),
  rater: z.string().max(200).optional(),
  /** One of the answers carries it. */
  flag: flagSchema.optional(),
  /** Put on it by hand. */
  tag: z.string().max(120).optional(),
  /** The reason it does not count for; `any` for those that do not count at all, `none` for those that do. */
  excluded: z.string().max(200).optional(),
});
export type PreferenceFilter = z.infer<typeof preferenceFilterSchema>;

/** How many records match; when not exact, there are more than `value`. */
export const countSchema = z.object({ value: z.number(), exact: z.boolean() });
export type Count = z.infer<typeof countSchema>;

export const preferenceSchema = z.object({
  id: z.string(),
  ballot: ballotSchema,
  outcome: outcomeSchema,
  raterId: z.string(),
  comparisonId: z.string(),
  turn: z.object({ id: z.string(), index: z.number(), prompt: z.string() }),
  lanes: z.array(
    z.object({
      laneId: z.string(),
      label: laneLabelSchema,
      endpointId: z.string(),
      name: z.string(),
      cardId: z.string().nullable(),
      response: responseSchema,
    }),
  ),
  /** Why it does not count; empty when it does. */
  excluded: z.array(z.string()),
  /** Those among the reasons that can be taken back by hand: given so, or by an import. */
  excludedByHand: z.array(z.string()),
  tags: z.array(z.string()),
  note: z.object({ text: z.string(), raterId: z.string(), createdAt: z.string() }).nullable(),
});
export type Preference = z.infer<typeof preferenceSchema>;
