import { type SQL, sql } from 'drizzle-orm';
import { matchesFilter } from '#db/queries/preference-filter.ts';
import { ballots } from '#db/schema/ballots.ts';
import { turns } from '#db/schema/turns.ts';
import { streamLines } from '#db/stream-rows.ts';
import { type LogRecord, logRecordSchema } from '#lib/preferences/export/log-record.ts';
import type { PreferenceFilter } from '#lib/preferences/log-schema.ts';

/**
 * Records of the log, oldest first, in constant memory. Where `isComplete` is false, requests and revisions are not
 * read.
 */
export async function* streamRecords(
  filter: PreferenceFilter,
  isComplete: boolean,
): AsyncGenerator<LogRecord[]> {
  for await (const lines of streamLines(selectRecords(filter, isComplete))) {
    yield lines.map((line) => logRecordSchema.parse(JSON.parse(line)));
  }
}

const pairs = (fields: Record<string, string>) =>
  Object.entries(fields)
    .map(([name, column]) => `'${name}', ${column}`)
    .join(', ');

const responseFields = (isComplete: boolean) => ({
  id: 'r.id',
  attempt: 'r.attempt',
  isCurrent: 'r.is_current',
  status: 'r.status',
  text: 'r.text',
  reasoning: 'r.reasoning',
  finishReason: 'r.finish_reason',
  errorCode: 'r.error_code',
  errorMessage: 'r.error_message',
  upstreamAttempts: 'r.upstream_attempts',
  usage: 'r.usage',
  timing: 'r.timing',
  costUsd: 'r.cost_usd',
  endpoint: 'r.endpoint_snapshot',
  request: isComplete ? 'r.request' : 'null::jsonb',
  createdAt: 'r.created_at',
  updatedAt: 'r.updated_at',
});

const turnFields = (turn: string) => ({
  id: `${turn}.id`,
  index: `${turn}.index`,
  prompt: `${turn}.prompt`,
  status: `${turn}.status`,
  language: `${turn}.language`,
  categories: `to_json(${turn}.categories)`,
  promptHash: `${turn}.prompt_hash`,
  createdAt: `${turn}.created_at`,
});

/** For each lane and earlier turn, the answer that the judged one went on from: the last one older than it. */
const past = (isComplete: boolean) => `case when turns.index = 0 then '[]'::json else coalesce((
  select json_agg(json_build_object(${pairs(turnFields('p'))}, 'responses', (
    select coalesce(json_agg(json_build_object(${pairs(responseFields(isComplete))}, 'laneId', r.lane_id)
      order by l.position), '[]'::json)
    from ballot_lanes l join responses judged on judged.id = l.response_id
    cross join lateral (select * from responses r where r.turn_id = p.id and r.lane_id = l.lane_id
      and r.created_at <= judged.created_at order by r.attempt desc limit 1) r
    where l.ballot_id = ballots.id)) order by p.index)
  from turns p where p.comparison_id = turns.comparison_id and p.index < turns.index), '[]'::json) end`;

const lanes = (isComplete: boolean) => `(
  select json_agg(json_build_object('id', l.lane_id, 'position', l.position, 'endpoint', lanes.endpoint_snapshot,
    'params', lanes.params, 'system', lanes.system, 'response', json_build_object(${pairs(responseFields(isComplete))}))
    order by l.position)
  from ballot_lanes l join lanes on lanes.id = l.lane_id join responses r on r.id = l.response_id
  where l.ballot_id = ballots.id)`;

const revisions = `(select coalesce(json_agg(json_build_object('revision', v.revision, 'content', v.content,
  'createdAt', v.created_at) order by v.revision), '[]'::json) from ballot_revisions v where v.ballot_id = ballots.id)`;

const exclusions = `(select coalesce(json_agg(json_build_object('reason', x.reason, 'source', x.source,
  'createdAt', x.created_at) order by x.reason), '[]'::json) from ballot_exclusions x where x.ballot_id = ballots.id)`;

const recordFields = (isComplete: boolean) => ({
  format: `'baijia-1'`,
  id: 'ballots.id',
  raterId: 'ballots.rater_id',
  mode: 'ballots.mode',
  ranking: 'ballots.ranking',
  allBad: 'ballots.all_bad',
  strength: 'ballots.strength',
  ratings: 'ballots.ratings',
  comment: 'ballots.comment',
  durationMs: 'ballots.duration_ms',
  revision: 'ballots.revision',
  createdAt: 'ballots.created_at',
  updatedAt: 'ballots.updated_at',
  comparison: `json_build_object(${pairs({
    id: 'c.id',
    raterId: 'c.rater_id',
    mode: 'c.mode',
    title: 'c.title',
    system: 'c.system',
    createdAt: 'c.created_at',
  })})`,
  turn: `json_build_object(${pairs(turnFields('turns'))})`,
  lanes: lanes(isComplete),
  past: past(isComplete),
  revisions: isComplete ? revisions : `'[]'::json`,
  exclusions,
});

function selectRecords(filter: PreferenceFilter, isComplete: boolean): SQL {
  const where = matchesFilter(filter) ?? sql`true`;
  return sql`select json_build_object(${sql.raw(pairs(recordFields(isComplete)))})::text as line
    from ${ballots} join ${turns} on ${turns.id} = ${ballots.turnId}
    join comparisons c on c.id = ${turns.comparisonId}
    where ${where} order by ${ballots.createdAt}, ${ballots.id}`;
}
