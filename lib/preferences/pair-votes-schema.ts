import { z } from 'zod';

/** How everyone has voted on two of a turn's models, this vote among them. Ballots that are excluded do not count. */
const pairVotesSchema = z.object({
  laneA: z.string(),
  laneB: z.string(),
  winsA: z.number(),
  winsB: z.number(),
  ties: z.number(),
  bothBad: z.number(),
});
export type PairVotes = z.infer<typeof pairVotesSchema>;

/** The answer of `GET /turns/{id}/votes`; `excluded`: why the rater's own ballot does not count. */
export const turnVotesSchema = z.object({ pairs: z.array(pairVotesSchema), excluded: z.array(z.string()) });
export type TurnVotes = z.infer<typeof turnVotesSchema>;
