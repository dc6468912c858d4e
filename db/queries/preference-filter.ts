import { and, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import { parseCursor } from '#db/queries/cursor.ts';
import { isExcluded } from '#db/queries/pair-contributions.ts';
import { ballotExclusions, ballotLanes, ballots } from '#db/schema/ballots.ts';
import { ballotTags } from '#db/schema/marks.ts';
import { turns } from '#db/schema/turns.ts';
import type { PreferenceFilter } from '#lib/preferences/log-schema.ts';

/**
 * The condition on ballots joined with their turns; with a cursor, on those after it. Words (`q`) are no part of it:
 * they are looked up in the index (search-log.ts, search-walk.ts).
 */
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
    filter.tag === undefined ? undefined : hasTag(filter.tag),
    filter.excluded === undefined ? undefined : isExcludedFor(filter.excluded),
    cursor === undefined ? undefined : isAfter(cursor),
  );
}

function hasFlag(flag: string): SQL {
  return sql`jsonb_path_exists(${ballots.ratings}, '$.*.flags[*] ? (@ == $flag)', jsonb_build_object('flag', ${flag}::text))`;
}

function hasTag(tag: string): SQL {
  return sql`exists (select 1 from ${ballotTags}
    where ${ballotTags.ballotId} = ${ballots.id} and ${ballotTags.tag} = ${tag})`;
}

function isExcludedFor(reason: string): SQL {
  if (reason === 'none') return sql`not ${isExcluded}`;
  if (reason === 'any') return sql`${isExcluded}`;
  return sql`exists (select 1 from ${ballotExclusions}
    where ${ballotExclusions.ballotId} = ${ballots.id} and ${ballotExclusions.reason} = ${reason})`;
}

function hasLane(condition: SQL): SQL {
  return sql`exists (select 1 from ${ballotLanes} where ${and(eq(ballotLanes.ballotId, ballots.id), condition)})`;
}

function isAfter(text: string): SQL {
  const { at, id } = parseCursor(text);
  return sql`(${ballots.createdAt}, ${ballots.id}) < (${at.toISOString()}::timestamptz, ${id}::uuid)`;
}
