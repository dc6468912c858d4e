import { and, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import { ballots } from '#db/schema/ballots.ts';
import { turns } from '#db/schema/turns.ts';
import type { BoardFilter } from '#lib/rating/board-schema.ts';

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
