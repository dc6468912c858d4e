import { and, eq, gte, lt, ne, type SQL, sql } from 'drizzle-orm';
import { ballotExclusions, ballots } from '#db/schema/ballots.ts';
import { AppError } from '#lib/errors.ts';
import type { BoardFilter } from '#lib/rating/board-schema.ts';

/** Ballots under the filter, whether they count or not; those that only grade answers say nothing of a pair. */
export function matchesBoard(filter: BoardFilter): SQL | undefined {
  for (const path of ['language', 'category'] as const) {
    if (filter[path] === undefined) continue;
    const details = [{ path, message: 'is not supported yet' }];
    throw new AppError('invalid-request', `Ballots cannot be filtered by ${path} yet.`, { details });
  }
  return and(
    ne(ballots.outcome, 'unranked'),
    filter.mode === undefined ? undefined : eq(ballots.mode, filter.mode),
    filter.rater === undefined ? undefined : eq(ballots.raterId, filter.rater),
    filter.from === undefined ? undefined : gte(ballots.createdAt, new Date(filter.from)),
    filter.to === undefined ? undefined : lt(ballots.createdAt, new Date(filter.to)),
  );
}

export const isExcluded: SQL = sql`exists (select 1 from ${ballotExclusions} where ${ballotExclusions.ballotId} = ${ballots.id})`;
