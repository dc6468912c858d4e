import { and, eq, type SQL, sql } from 'drizzle-orm';
import { ballots } from '#db/schema/ballots.ts';
import { comparisons } from '#db/schema/comparisons.ts';
import { turns } from '#db/schema/turns.ts';
import type { RaterId } from '#lib/rater.ts';

/**
 * True while a comparison is blind and its rater has judged none of its turns; for selects over comparisons.
 * @param raterId may be an expression that names the rater.
 */
export function isBlindFor(raterId: RaterId | SQL): SQL<boolean> {
  const ownBallot = sql`select 1 from ${ballots} inner join ${turns} on ${turns.id} = ${ballots.turnId}
    where ${and(eq(turns.comparisonId, comparisons.id), eq(ballots.raterId, raterId))}`;
  return sql<boolean>`(${comparisons.mode} = 'blind' and not exists (${ownBallot}))`;
}
