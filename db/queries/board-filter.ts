import { and, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import { ballots } from '#db/schema/ballots.ts';
import { turns } from '#db/schema/turns.ts';
import type { BoardFilter } from '#lib/rating/board-schema.ts';

/** The same for the newest ballots alone, so that reading them one by one has an end. */
export function matchesNewest(filter: BoardFilter, limit: number): SQL {
  return sql`${ballots.id} in (
    select ${ballots.id} from ${ballots} join ${turns} on ${turns.id} = ${ballots.turnId}
    where ${matchesBoard(filter)} order by ${ballots.createdAt} desc, ${ballots.id} desc limit ${limit})`;
}

/** The condition on ballots joined with their turns, whether they count or not. */
export function matchesBoard(filter: BoardFilter): SQL {
  const { mode, language, category, rater, from, to } = filter;
  const conditions = and(
    mode === undefined ? undefined : eq(ballots.mode, mode),
    language === undefined ? undefined : sql`coalesce(${turns.language}, 'und') = ${language}`,
    category === undefined ? undefined : sql`${category} = any(${turns.categories})`,
    rater === undefined ? undefined : eq(ballots.raterId, rater),
    from === undefined ? undefined : gte(ballots.createdAt, new Date(from)),
    to === undefined ? undefined : lt(ballots.createdAt, new Date(to)),
  );
  return conditions ?? sql`true`;
}
