import { sql } from 'drizzle-orm';
import { withDatabase } from '#db/client.ts';
import { isExcluded, matchesBoard } from '#db/queries/board-filter.ts';
import { scanPairCounts } from '#db/queries/board-scan.ts';
import { ballotExclusions, ballots } from '#db/schema/ballots.ts';
import { raters } from '#db/schema/raters.ts';
import type { BoardCounts } from '#lib/rating/board-answer.ts';
import type { BoardFilter } from '#lib/rating/board-schema.ts';
import { FEWEST_RATERS } from '#lib/rating/sandwich.ts';

/** Counts under a filter, a shown before b. By rater only where there are enough of them to be told apart. */
export async function readPairCounts(filter: BoardFilter) {
  return scanPairCounts(filter, await isByRater(filter));
}

/** With fewer raters votes are taken as independent anyway (lib/rating/sandwich.ts). */
export async function isByRater(filter: BoardFilter): Promise<boolean> {
  if (filter.rater !== undefined) return false;
  const found = await withDatabase((db) => db.select({ id: raters.id }).from(raters).limit(FEWEST_RATERS));
  return found.length >= FEWEST_RATERS;
}

export async function readTotals(filter: BoardFilter): Promise<Omit<BoardCounts, 'pairs'>> {
  const [[total], reasons] = await Promise.all([
    withDatabase((db) =>
      db
        .select({
          ballots: sql<number>`count(*) filter (where not ${isExcluded})::int`,
          excluded: sql<number>`count(*) filter (where ${isExcluded})::int`,
        })
        .from(ballots)
        .where(matchesBoard(filter)),
    ),
    withDatabase((db) =>
      db
        .select({ reason: ballotExclusions.reason, ballots: sql<number>`count(*)::int` })
        .from(ballotExclusions)
        .innerJoin(ballots, sql`${ballots.id} = ${ballotExclusions.ballotId}`)
        .where(matchesBoard(filter))
        .groupBy(ballotExclusions.reason)
        .orderBy(ballotExclusions.reason),
    ),
  ]);
  return {
    ballots: total?.ballots ?? 0,
    excludedBallots: total?.excluded ?? 0,
    excluded: Object.fromEntries(reasons.map(({ reason, ballots: count }) => [reason, count])),
  };
}
