import { and, eq, gte, lt, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { ballotCategories } from '#db/queries/pair-contributions.ts';
import { ballotPairs } from '#db/schema/ballot-pairs.ts';
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
  const { mode, raterId, createdAt } = ballots;
  const language = sql`coalesce(${turns.language}, 'und')`;
  return conditionOf(filter, { mode, language, categories: ballotCategories, raterId, createdAt });
}

/** The same on ballot_pairs, which hold the ballots that count. */
export function matchesPairs(filter: BoardFilter): SQL {
  return conditionOf(filter, ballotPairs);
}

type Columns = Record<'mode' | 'language' | 'categories' | 'raterId' | 'createdAt', SQLWrapper>;

function conditionOf({ mode, language, category, rater, from, to }: BoardFilter, columns: Columns): SQL {
  const time = (given: string) => sql`${new Date(given).toISOString()}::timestamptz`;
  const conditions = and(
    mode === undefined ? undefined : eq(columns.mode, mode),
    language === undefined ? undefined : eq(columns.language, language),
    category === undefined ? undefined : sql`${category} = any(${columns.categories})`,
    rater === undefined ? undefined : eq(columns.raterId, rater),
    from === undefined ? undefined : gte(columns.createdAt, time(from)),
    to === undefined ? undefined : lt(columns.createdAt, time(to)),
  );
  return conditions ?? sql`true`;
}
