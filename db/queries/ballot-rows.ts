import { z } from 'zod';
import type { ballots } from '#db/schema/ballots.ts';
import { modeSchema } from '#lib/arena/schema.ts';
import { type Ballot, ratingSchema } from '#lib/preferences/ballot-schema.ts';

export type BallotRow = typeof ballots.$inferSelect;

const rankingSchema = z.array(z.array(z.string()));
const ratingsSchema = z.record(z.string(), ratingSchema);

export function toApiBallot(row: BallotRow): Ballot {
  return {
    id: row.id,
    turnId: row.turnId,
    ranking: rankingSchema.parse(row.ranking),
    allBad: row.allBad,
    strength: row.strength,
    ratings: ratingsSchema.parse(row.ratings),
    comment: row.comment,
    durationMs: row.durationMs,
    mode: modeSchema.parse(row.mode),
    revision: row.revision,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
