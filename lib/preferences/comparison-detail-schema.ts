import { z } from 'zod';
import { comparisonSchema, turnSchema } from '#lib/arena/schema.ts';
import { ballotSchema } from '#lib/preferences/ballot-schema.ts';

/** The answer of `GET /comparisons/{id}`: turns oldest first, and the rater's own ballots on them. */
export const comparisonDetailSchema = comparisonSchema.extend({
  updatedAt: z.string(),
  turns: z.array(turnSchema),
  ballots: z.array(ballotSchema),
});
export type ComparisonDetail = z.infer<typeof comparisonDetailSchema>;
