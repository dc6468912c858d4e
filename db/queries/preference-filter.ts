import { and, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import { parseCursor } from '#db/queries/cursor.ts';
import { containsPattern } from '#db/queries/like-pattern.ts';
import { ballotLanes, ballots } from '#db/schema/ballots.ts';
import { responses, turns } from '#db/schema/turns.ts';
import type { PreferenceFilter } from '#lib/preferences/log-schema.ts';
import { parseSearch } from '#lib/preferences/search/search-terms.ts';

/** The condition on ballots joined with their turns; with a cursor, on those after it. */
export function matchesFilter(filter: PreferenceFilter, cursor?: string): SQL | undefined {
  return and(
    filter.endpoint === undefined ? undefined : hasLane(eq(ballotLanes.endpointId, filter.endpoint)),
    filter.card === undefined ? undefined : hasLane(eq(ballotLanes.cardId, filter.card)),
    filter.mode === undefined ? undefined : eq(ballots.mode, filter.mode),
    filter.outcome === undefined ? undefined : eq(ballots.outcome, filter.outcome),
    filter.language === undefined ? undefined : sql`coalesce(${turns.language}, 'und') = ${filter.language}`,
    filter.from === undefined ? undefined : gte(ballots.createdAt, new Date(filter.from)),
    filter.to === undefined ? undefined : lt(ballots.createdAt, new Date(filter.to)),
    filter.hasComment === undefined ? undefined : eq(ballots.hasComment, filter.hasComment),
    filter.rater === undefined ? undefined : eq(ballots.raterId, filter.rater),
    filter.flag === undefined ? undefined : hasFlag(filter.flag),
    ...parseSearch(filter.q ?? '').map(says),
    cursor === undefined ? undefined : isAfter(cursor),
  );
}

/** The term in the prompt, an answer, a comment or a rater's own answer. Read one by one: searches use the index. */
function says(term: string): SQL {
  const pattern = containsPattern(term);
  return sql`(${turns.prompt} ilike ${pattern} or ${ballots.comment} ilike ${pattern}
    or exists (select 1 from ${ballotLanes} join ${responses} on ${responses.id} = ${ballotLanes.responseId}
      where ${ballotLanes.ballotId} = ${ballots.id} and ${responses.text} ilike ${pattern})
    or exists (select 1 from jsonb_each(${ballots.ratings}) as rating(lane, value)
      where value->>'comment' ilike ${pattern} or value->>'ideal' ilike ${pattern}))`;
}

function hasFlag(flag: string): SQL {
  return sql`jsonb_path_exists(${ballots.ratings}, '$.*.flags[*] ? (@ == $flag)', jsonb_build_object('flag', ${flag}::text))`;
}

function hasLane(condition: SQL): SQL {
  return sql`exists (select 1 from ${ballotLanes} where ${and(eq(ballotLanes.ballotId, ballots.id), condition)})`;
}

function isAfter(text: string): SQL {
  const { at, id } = parseCursor(text);
  return sql`(${ballots.createdAt}, ${ballots.id}) < (${at.toISOString()}::timestamptz, ${id}::uuid)`;
}
