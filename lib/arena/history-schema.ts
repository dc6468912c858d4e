import { z } from 'zod';
import { laneLabelSchema, modeSchema } from '#lib/arena/schema.ts';
import { cleanText } from '#lib/clean-text.ts';
import { pageQuerySchema } from '#lib/page-schema.ts';

/** The query of `GET /comparisons`; `q` looks in titles and prompts. */
export const historyQuerySchema = pageQuerySchema.extend({
  q: z.string().trim().max(500).transform(cleanText).optional(),
});
export type HistoryQuery = z.infer<typeof historyQuerySchema>;

/** One line of the history. While a comparison is blind, the names of its lanes are null. */
export const comparisonSummarySchema = z.object({
  id: z.string(),
  mode: modeSchema,
  title: z.string(),
  createdAt: z.string(),
  /** Last activity; the history is sorted by it, newest first. */
  updatedAt: z.string(),
  lanes: z.array(z.object({ id: z.string(), label: laneLabelSchema, name: z.string().nullable() })),
});
export type ComparisonSummary = z.infer<typeof comparisonSummarySchema>;
