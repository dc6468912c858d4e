import { z } from 'zod';

const arenaRowSchema = z.strictObject({
  name: z.string(),
  rating: z.number(),
  lower: z.number(),
  upper: z.number(),
  rankLower: z.number(),
  rankUpper: z.number(),
  wins: z.number(),
  losses: z.number(),
  ties: z.number(),
  battles: z.number(),
});

/** A row of a card; a note where the name is not quite its model. */
export const arenaEntrySchema = arenaRowSchema.extend({
  note: z.strictObject({ en: z.string(), 'zh-CN': z.string() }).nullable(),
});
export type ArenaEntry = z.infer<typeof arenaEntrySchema>;

/** Ratings from real votes that the catalog's models took part in; arena-history.json, made by build-arena-history.ts. */
export const arenaHistorySchema = z.strictObject({
  source: z.string(),
  method: z.string(),
  /** The day up to which votes count. */
  until: z.iso.date(),
  models: z.number(),
  votes: z.number(),
  rows: z.array(arenaRowSchema),
});
export type ArenaHistory = z.infer<typeof arenaHistorySchema>;
