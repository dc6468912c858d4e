import { z } from 'zod';
import { modeSchema } from '#lib/arena/schema.ts';
import { boardUnits } from '#lib/rating/board-units.ts';
import { intervalKinds } from '#lib/rating/interval-kind.ts';
import { isModelled, tiePolicies } from '#lib/rating/tie-policy.ts';

/** Which ballots a board is made of; every field comes from a URL. */
export const boardFilterSchema = z.strictObject({
  mode: modeSchema.optional(),
  /** ISO 639-1, as prompts are tagged. */
  language: z.string().min(1).max(20).optional(),
  category: z.string().min(1).max(60).optional(),
  /** ISO 8601; `from` is inclusive, `to` exclusive. */
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  /** A rater's id; `me` is whoever asks. */
  rater: z.string().min(1).max(120).optional(),
});
export type BoardFilter = z.infer<typeof boardFilterSchema>;

/** The query of `GET /leaderboard` and of everything below it. */
export const boardQuerySchema = boardFilterSchema
  .extend({
    ties: z.enum(tiePolicies).default('half'),
    interval: z.enum(intervalKinds).default('sandwich'),
    confidence: z.coerce.number().min(0.5).max(0.999).default(0.95),
    by: z.enum(boardUnits).default('endpoint'),
    anchor: z.string().min(1).max(120).optional(),
    /** What the anchor's rating shall be. */
    anchorRating: z.coerce.number().min(-100_000).max(100_000).optional(),
    style: z.stringbool().default(false),
    position: z.stringbool().default(false),
  })
  .superRefine((query, context) => {
    if (isModelled(query.ties) && (query.style || query.position)) {
      const message = `${query.ties} cannot be combined with style or position`;
      context.addIssue({ code: 'custom', path: ['ties'], message });
    }
    if (query.anchorRating !== undefined && query.anchor === undefined) {
      context.addIssue({ code: 'custom', path: ['anchorRating'], message: 'needs an anchor' });
    }
  });
export type BoardQuery = z.infer<typeof boardQuerySchema>;
