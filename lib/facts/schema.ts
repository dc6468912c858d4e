import { z } from 'zod';
import { priceSchema } from '#lib/endpoints/schema.ts';
import { factSources } from '#lib/facts/fact-sources.ts';

/** What a source says of one model. Every field but `url` is there only when the source gives it. */
export const liveFactsSchema = z.object({
  /** Where a person can read it. */
  url: z.url({ protocol: /^https?$/ }),
  price: priceSchema.optional(),
  /** The price rises for long prompts; `price` is that of short ones. */
  hasPriceTiers: z.boolean().optional(),
  /** In tokens. */
  contextWindow: z.int().positive().optional(),
  isDeprecated: z.boolean().optional(),
  shutdownDate: z.iso.date().optional(),
  /** Counted in the weights. */
  parameters: z.int().positive().optional(),
  licence: z.string().min(1).max(200).optional(),
  /** Of the weights, on the hub. */
  repository: z.string().min(1).max(200).optional(),
  basedOn: z.array(z.string().min(1).max(200)).max(20).optional(),
  /** The weights are given only to those who ask for them. */
  isGated: z.boolean().optional(),
  /** Services that answer for this model now. */
  servedBy: z.array(z.string().min(1).max(100)).max(50).optional(),
});
export type LiveFacts = z.infer<typeof liveFactsSchema>;

/** Something a source can be asked about. */
export const factSubjectSchema = z.object({ source: z.enum(factSources), subject: z.string() });
export type FactSubject = z.infer<typeof factSubjectSchema>;

export const foundFactsSchema = factSubjectSchema.extend({
  facts: liveFactsSchema,
  /** When the source said so. ISO 8601. */
  asOf: z.string(),
});
export type FoundFacts = z.infer<typeof foundFactsSchema>;

/** `GET /endpoints/{id}/facts`: by source, the nearest to the endpoint first. */
export const factsAnswerSchema = z.object({
  data: z.array(foundFactsSchema),
  /** `refreshing`: sources are being asked right now; `off`: by LIVE_FACTS, none is ever asked. */
  state: z.enum(['current', 'refreshing', 'off']),
});
export type FactsAnswer = z.infer<typeof factsAnswerSchema>;
