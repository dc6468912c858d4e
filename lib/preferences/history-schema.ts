import { z } from 'zod';
import { ratingSchema } from '#lib/preferences/ballot-schema.ts';

/** What a ballot said at one time. */
export const revisionSchema = z.object({
  revision: z.number(),
  createdAt: z.string(),
  ranking: z.array(z.array(z.string())),
  allBad: z.boolean(),
  ratings: z.record(z.string(), ratingSchema),
  comment: z.string().nullable(),
});
export type Revision = z.infer<typeof revisionSchema>;

/** What lies behind a record: how its ballot came about, why it does not count, what each lane was really sent. */
export const preferenceHistorySchema = z.object({
  /** Oldest first. */
  revisions: z.array(revisionSchema),
  exclusions: z.array(
    z.object({
      reason: z.string(),
      /** `vote` for the rules at the time of the vote, else who or what excluded it. */
      source: z.string(),
      createdAt: z.string(),
    }),
  ),
  requests: z.array(
    z.object({
      laneId: z.string(),
      model: z.string(),
      /** Address and body as they were sent, without key and headers; null where it was not kept. */
      request: z.unknown().nullable(),
    }),
  ),
});
export type PreferenceHistory = z.infer<typeof preferenceHistorySchema>;
