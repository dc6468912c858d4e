import { type SQL, sql } from 'drizzle-orm';
import { matchesFilter } from '#db/queries/preference-filter.ts';
import { type SearchKey, unnestKeys } from '#db/queries/search-keys.ts';
import { ballots } from '#db/schema/ballots.ts';
import { turns } from '#db/schema/turns.ts';
import type { RecordDepth } from '#lib/preferences/export/export-format.ts';
import type { PreferenceFilter } from '#lib/preferences/log-schema.ts';

/** Name in the answer -> column. */
type Columns = Record<string, string>;

const select = (columns: Columns): SQL =>
  sql.raw(
    Object.entries(columns)
      .map(([name, column]) => `${column} as "${name}"`)
      .join(', '),
  );

const ballotColumns = (depth: RecordDepth): Columns => ({
  id: 'ballots.id',
  mode: 'ballots.mode',
  ranking: 'ballots.ranking',
  allBad: 'ballots.all_bad',
  strength: 'ballots.strength',
  ratings: 'ballots.ratings',
  comment: 'ballots.comment',
  comparisonId: 'turns.comparison_id',
  system: 'c.system',
  turnIndex: 'turns.index',
  prompt: 'turns.prompt',
  ...(depth === 'texts'
    ? {}
    : {
        raterId: 'ballots.rater_id',
        durationMs: 'ballots.duration_ms',
        createdAt: 'ballots.created_at',
        language: 'turns.language',
        categories: 'to_json(turns.categories)',
      }),
  ...(depth === 'everything'
    ? {
        revision: 'ballots.revision',
        updatedAt: 'ballots.updated_at',
        comparisonRater: 'c.rater_id',
        comparisonMode: 'c.mode',
        title: 'c.title',
        comparisonCreatedAt: 'c.created_at',
        turnId: 'turns.id',
        turnStatus: 'turns.status',
        promptHash: 'turns.prompt_hash',
        turnCreatedAt: 'turns.created_at',
      }
    : {}),
});

const responseColumns = (depth: RecordDepth): Columns => ({
  status: 'r.status',
  text: 'r.text',
  ...(depth === 'texts'
    ? {}
    : {
        usage: 'r.usage',
        timing: 'r.timing',
        costUsd: 'r.cost_usd',
        costSource: 'r.cost_source',
        endpoint: 'r.endpoint_snapshot',
      }),
  ...(depth === 'everything'
    ? {
        id: 'r.id',
        attempt: 'r.attempt',
        isCurrent: 'r.is_current',
        reasoning: 'r.reasoning',
        finishReason: 'r.finish_reason',
        errorCode: 'r.error_code',
        errorMessage: 'r.error_message',
        upstreamAttempts: 'r.upstream_attempts',
        request: 'r.request',
        createdAt: 'r.created_at',
        updatedAt: 'r.updated_at',
      }
    : {}),
});

const laneColumns = (depth: RecordDepth): Columns => ({
  ballotId: 'l.ballot_id',
  laneId: 'l.lane_id',
  position: 'l.position',
  laneSystem: 'lanes.system',
  ...(depth === 'texts' ? {} : { laneEndpoint: 'lanes.endpoint_snapshot' }),
  ...(depth === 'everything' ? { params: 'lanes.params' } : {}),
  ...responseColumns(depth),
});

const pastColumns = (depth: RecordDepth): Columns => ({
  index: 'p.index',
  prompt: 'p.prompt',
  ...(depth === 'everything'
    ? {
        id: 'p.id',
        status: 'p.status',
        language: 'p.language',
        categories: 'to_json(p.categories)',
        promptHash: 'p.prompt_hash',
        createdAt: 'p.created_at',
      }
    : {}),
});

/** Where only the system prompt of `table` is wanted, it is looked for among the few rows that have one. */
const whole = (table: string, isWanted: boolean): SQL =>
  isWanted
    ? sql.raw(`join ${table}`)
    : sql.raw(`left join (select id, system from ${table} where system is not null)`);

/** Ballots with their prompts, oldest first. @param keys those alone. */
export function selectBallots(
  filter: PreferenceFilter,
  depth: RecordDepth,
  keys?: readonly SearchKey[],
): SQL {
  return sql`select ${select(ballotColumns(depth))}
    from ${ballots} join ${turns} on ${turns.id} = ${ballots.turnId}
    ${whole('comparisons', depth === 'everything')} c on c.id = ${turns.comparisonId}
    ${keys ? sql`join ${unnestKeys(keys)} on k.id = ballots.id and to_timestamp(k.at / 1000)::timestamptz(3) = ballots.created_at` : sql``}
    where ${matchesFilter(filter) ?? sql`true`} order by ${ballots.createdAt}, ${ballots.id}`;
}

const among = (ids: readonly string[]): SQL => sql`any(${`{${ids.join(',')}}`}::uuid[])`;

/** The lanes of these ballots with the very answers that were judged. */
export function selectLanes(ids: readonly string[], depth: RecordDepth): SQL {
  return sql`select ${select(laneColumns(depth))}
    from ballot_lanes l ${whole('lanes', depth !== 'texts')} lanes on lanes.id = l.lane_id
    join responses r on r.id = l.response_id
    where l.ballot_id = ${among(ids)} order by l.position`;
}

/** For each lane and earlier turn, the answer that the judged one went on from: the last one older than it. */
export function selectPast(ids: readonly string[], depth: RecordDepth): SQL {
  return sql`select ballots.id as "ballotId", l.lane_id as "laneId",
      to_json(p) as turn, ${select(responseColumns(depth))}
    from ballots join turns on turns.id = ballots.turn_id
    cross join lateral (select ${select(pastColumns(depth))}, p.id as key from turns p
      where p.comparison_id = turns.comparison_id and p.index < turns.index) as p
    join ballot_lanes l on l.ballot_id = ballots.id join responses judged on judged.id = l.response_id
    left join lateral (select * from responses r where r.turn_id = p.key and r.lane_id = l.lane_id
      and r.created_at <= judged.created_at order by r.attempt desc limit 1) r on true
    where ballots.id = ${among(ids)} order by ballots.id, p.index, l.position`;
}

export function selectExclusions(ids: readonly string[]): SQL {
  return sql`select ballot_id as "ballotId", reason, source, created_at as "createdAt"
    from ballot_exclusions where ballot_id = ${among(ids)} order by reason`;
}

export function selectRevisions(ids: readonly string[]): SQL {
  return sql`select ballot_id as "ballotId", revision, content, created_at as "createdAt"
    from ballot_revisions where ballot_id = ${among(ids)} order by revision`;
}

export function selectTags(ids: readonly string[]): SQL {
  return sql`select ballot_id as "ballotId", tag, rater_id as "raterId", created_at as "createdAt"
    from ballot_tags where ballot_id = ${among(ids)} order by tag collate "C"`;
}

export function selectNotes(ids: readonly string[]): SQL {
  return sql`select ballot_id as "ballotId", note as text, rater_id as "raterId", created_at as "createdAt"
    from ballot_notes where ballot_id = ${among(ids)}`;
}
