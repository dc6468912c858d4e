import { type SQL, sql } from 'drizzle-orm';
import { toLeanRecord } from '#db/queries/export-lean-record.ts';
import { matchesFilter } from '#db/queries/preference-filter.ts';
import { ballots } from '#db/schema/ballots.ts';
import { turns } from '#db/schema/turns.ts';
import { streamLines } from '#db/stream-rows.ts';
import type { RecordDepth } from '#lib/preferences/export/export-format.ts';
import { type LogRecord, logRecordSchema } from '#lib/preferences/export/log-record.ts';
import type { PreferenceFilter } from '#lib/preferences/log-schema.ts';

/** Records of the log, oldest first, in constant memory; of what `depth` does not name they hold nothing. */
export async function* streamRecords(
  filter: PreferenceFilter,
  depth: RecordDepth,
): AsyncGenerator<LogRecord[]> {
  const parse = depth === 'everything' ? (value: unknown) => logRecordSchema.parse(value) : toLeanRecord;
  for await (const lines of streamLines(selectRecords(filter, depth))) {
    yield lines.map((line) => parse(JSON.parse(line)));
  }
}

const pairs = (fields: Record<string, string>) =>
  Object.entries(fields)
    .map(([name, column]) => `'${name}', ${column}`)
    .join(', ');

const answerFields = {
  usage: 'r.usage',
  timing: 'r.timing',
  costUsd: 'r.cost_usd',
  costSource: 'r.cost_source',
  endpoint: 'r.endpoint_snapshot',
};

const responseFields = (depth: RecordDepth): Record<string, string> => ({
  status: 'r.status',
  text: 'r.text',
  ...(depth === 'texts' ? {} : answerFields),
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

const turnFields = (turn: string, depth: RecordDepth): Record<string, string> => ({
  index: `${turn}.index`,
  prompt: `${turn}.prompt`,
  ...(depth === 'texts' ? {} : { language: `${turn}.language`, categories: `to_json(${turn}.categories)` }),
  ...(depth === 'everything'
    ? {
        id: `${turn}.id`,
        status: `${turn}.status`,
        promptHash: `${turn}.prompt_hash`,
        createdAt: `${turn}.created_at`,
      }
    : {}),
});

/** For each lane and earlier turn, the answer that the judged one went on from: the last one older than it. */
const past = (depth: RecordDepth) => `case when turns.index = 0 then '[]'::json else coalesce((
  select json_agg(json_build_object(${pairs(turnFields('p', depth))}, 'responses', (
    select coalesce(json_agg(json_build_object(${pairs(responseFields(depth))}, 'laneId', r.lane_id)
      order by l.position), '[]'::json)
    from ballot_lanes l join responses judged on judged.id = l.response_id
    cross join lateral (select * from responses r where r.turn_id = p.id and r.lane_id = l.lane_id
      and r.created_at <= judged.created_at order by r.attempt desc limit 1) r
    where l.ballot_id = ballots.id)) order by p.index)
  from turns p where p.comparison_id = turns.comparison_id and p.index < turns.index), '[]'::json) end`;

const lanes = (depth: RecordDepth) => `(
  select json_agg(json_build_object(${pairs({
    id: 'l.lane_id',
    position: 'l.position',
    system: 'lanes.system',
    ...(depth === 'texts' ? {} : { endpoint: 'lanes.endpoint_snapshot', params: 'lanes.params' }),
    response: `json_build_object(${pairs(responseFields(depth))})`,
  })}) order by l.position)
  from ballot_lanes l join lanes on lanes.id = l.lane_id join responses r on r.id = l.response_id
  where l.ballot_id = ballots.id)`;

const revisions = `(select coalesce(json_agg(json_build_object('revision', v.revision, 'content', v.content,
  'createdAt', v.created_at) order by v.revision), '[]'::json) from ballot_revisions v where v.ballot_id = ballots.id)`;

const exclusions = `(select coalesce(json_agg(json_build_object('reason', x.reason, 'source', x.source,
  'createdAt', x.created_at) order by x.reason), '[]'::json) from ballot_exclusions x where x.ballot_id = ballots.id)`;

const comparisonFields = (depth: RecordDepth): Record<string, string> => ({
  id: 'c.id',
  system: 'c.system',
  ...(depth === 'everything'
    ? { raterId: 'c.rater_id', mode: 'c.mode', title: 'c.title', createdAt: 'c.created_at' }
    : {}),
});

const recordFields = (depth: RecordDepth): Record<string, string> => ({
  id: 'ballots.id',
  raterId: 'ballots.rater_id',
  mode: 'ballots.mode',
  ranking: 'ballots.ranking',
  allBad: 'ballots.all_bad',
  strength: 'ballots.strength',
  ratings: 'ballots.ratings',
  comment: 'ballots.comment',
  durationMs: 'ballots.duration_ms',
  createdAt: 'ballots.created_at',
  comparison: `json_build_object(${pairs(comparisonFields(depth))})`,
  turn: `json_build_object(${pairs(turnFields('turns', depth))})`,
  lanes: lanes(depth),
  past: past(depth),
  exclusions,
  ...(depth === 'everything'
    ? {
        format: `'baijia-1'`,
        revision: 'ballots.revision',
        updatedAt: 'ballots.updated_at',
        revisions,
      }
    : {}),
});

function selectRecords(filter: PreferenceFilter, depth: RecordDepth): SQL {
  const where = matchesFilter(filter) ?? sql`true`;
  return sql`select json_build_object(${sql.raw(pairs(recordFields(depth)))})::text as line
    from ${ballots} join ${turns} on ${turns.id} = ${ballots.turnId}
    join comparisons c on c.id = ${turns.comparisonId}
    where ${where} order by ${ballots.createdAt}, ${ballots.id}`;
}
