import { z } from 'zod';
import { cleanText } from '#lib/clean-text.ts';
import { flags } from '#lib/preferences/flags.ts';

export const flagSchema = z.enum(flags);

const commentSchema = z.string().max(20_000).transform(cleanText);
const fivePoints = z.int().min(1).max(5);

export const ratingSchema = z.strictObject({
  overall: z.int().min(1).max(7).optional(),
  helpful: fivePoints.optional(),
  honest: fivePoints.optional(),
  harmless: fivePoints.optional(),
  followsInstruction: fivePoints.optional(),
  thumb: z.enum(['up', 'down']).optional(),
  flags: z.array(flagSchema).max(flags.length).optional(),
  comment: commentSchema.optional(),
  /** The rater's own better answer (a demonstration). */
  ideal: z.string().max(200_000).transform(cleanText).optional(),
});
export type Rating = z.infer<typeof ratingSchema>;

const laneId = z.uuid();

export const ballotInputSchema = z
  .strictObject({
    /** Groups of lane ids, best first; lanes in one group tie. Empty with `allBad`, or to rate without ranking. */
    ranking: z.array(z.array(laneId).min(1).max(8)).max(8).default([]),
    allBad: z.boolean().default(false),
    strength: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
    ratings: z.record(laneId, ratingSchema).default({}),
    comment: commentSchema.optional(),
    durationMs: z.int().min(0).optional(),
  })
  .superRefine((ballot, context) => {
    if (ballot.allBad && ballot.ranking.length > 0) {
      context.addIssue({ code: 'custom', path: ['ranking'], message: 'must be empty when allBad is true' });
    }
    const ranked = ballot.ranking.flat();
    if (new Set(ranked).size !== ranked.length) {
      context.addIssue({ code: 'custom', path: ['ranking'], message: 'names a lane twice' });
    }
  });
export type BallotInput = z.infer<typeof ballotInputSchema>;

export const ballotSchema = z.object({
  id: z.string(),
  turnId: z.string(),
  ranking: z.array(z.array(z.string())),
  allBad: z.boolean(),
  strength: z.number().nullable(),
  ratings: z.record(z.string(), ratingSchema),
  comment: z.string().nullable(),
  durationMs: z.number().nullable(),
  mode: z.enum(['open', 'blind']),
  /** From 1 on; each change adds one. */
  revision: z.number(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Ballot = z.infer<typeof ballotSchema>;

export const revealSchema = z.object({
  laneId: z.string(),
  endpointId: z.string(),
  name: z.string(),
  cardId: z.string().nullable(),
});
export type Reveal = z.infer<typeof revealSchema>;
