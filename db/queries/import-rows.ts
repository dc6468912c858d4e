import type { LogRecord } from '#lib/preferences/export/log-record.ts';
import { outcomeOf, placeOf } from '#lib/preferences/ranking.ts';
import { styleFeatures } from '#lib/rating/style-features.ts';

export type Rows = Record<string, unknown>[];
export type ImportTables = Record<
  | 'raters'
  | 'endpoints'
  | 'comparisons'
  | 'turns'
  | 'lanes'
  | 'responses'
  | 'ballots'
  | 'ballot_lanes'
  | 'ballot_revisions'
  | 'ballot_exclusions'
  | 'ballot_tags'
  | 'ballot_notes',
  Rows
>;

/** The rows of every table that the records stand for, none twice. */
export function toRows(records: readonly LogRecord[]): ImportTables {
  const tables: ImportTables = {
    raters: [],
    endpoints: [],
    comparisons: [],
    turns: [],
    lanes: [],
    responses: [],
    ballots: [],
    ballot_lanes: [],
    ballot_revisions: [],
    ballot_exclusions: [],
    ballot_tags: [],
    ballot_notes: [],
  };
  for (const record of records) addRows(tables, record);
  for (const name of sharedTables) tables[name] = distinct(tables[name]);
  return tables;
}

/** Several records may hold the same comparison, turn or answer. */
const sharedTables = ['raters', 'endpoints', 'comparisons', 'turns', 'lanes', 'responses'] as const;

const distinct = (rows: Rows): Rows => {
  const first = new Map<unknown, Rows[number]>();
  for (const row of rows) if (!first.has(row.id)) first.set(row.id, row);
  return first.size === rows.length ? rows : [...first.values()];
};

/** What can be worked out again is worked out, not read. */
function addRows(tables: ImportTables, record: LogRecord): void {
  const { comparison, turn } = record;
  for (const id of [record.raterId, comparison.raterId]) tables.raters.push({ id });
  tables.comparisons.push({
    id: comparison.id,
    rater_id: comparison.raterId,
    mode: comparison.mode,
    title: comparison.title,
    system: comparison.system,
    created_at: comparison.createdAt,
    updated_at: turn.createdAt,
  });
  for (const past of record.past) {
    tables.turns.push(turnRow(comparison.id, past));
    for (const response of past.responses)
      tables.responses.push(responseRow(past.id, response.laneId, response));
  }
  tables.turns.push(turnRow(comparison.id, turn));
  for (const lane of record.lanes) addLane(tables, record, lane);
  tables.ballots.push(ballotRow(record));
  for (const { revision, content, createdAt } of record.revisions) {
    tables.ballot_revisions.push({ ballot_id: record.id, revision, content, created_at: createdAt });
  }
  for (const { reason, source, createdAt } of record.exclusions) {
    tables.ballot_exclusions.push({ ballot_id: record.id, reason, source, created_at: createdAt });
  }
  addMarks(tables, record);
}

function addMarks(tables: ImportTables, { id, createdAt: ballotAt, tags, note }: LogRecord): void {
  for (const { tag, raterId, createdAt } of tags) {
    tables.raters.push({ id: raterId });
    tables.ballot_tags.push({
      ballot_id: id,
      ballot_at: ballotAt,
      tag,
      rater_id: raterId,
      created_at: createdAt,
    });
  }
  if (note === null) return;
  tables.raters.push({ id: note.raterId });
  tables.ballot_notes.push({
    ballot_id: id,
    note: note.text,
    rater_id: note.raterId,
    created_at: note.createdAt,
  });
}

function turnRow(comparisonId: string, turn: LogRecord['turn']) {
  return {
    id: turn.id,
    comparison_id: comparisonId,
    index: turn.index,
    prompt: turn.prompt,
    status: turn.status,
    language: turn.language,
    categories: turn.categories,
    prompt_hash: turn.promptHash,
    created_at: turn.createdAt,
  };
}

function responseRow(turnId: string, laneId: string, response: LogRecord['lanes'][number]['response']) {
  return {
    id: response.id,
    turn_id: turnId,
    lane_id: laneId,
    attempt: response.attempt,
    is_current: response.isCurrent,
    status: response.status,
    text: response.text,
    reasoning: response.reasoning,
    finish_reason: response.finishReason,
    error_code: response.errorCode,
    error_message: response.errorMessage,
    upstream_attempts: response.upstreamAttempts,
    usage: response.usage,
    timing: response.timing,
    cost_usd: response.costUsd,
    cost_source: response.costSource ?? null,
    endpoint_snapshot: response.endpoint,
    request: response.request,
    created_at: response.createdAt,
    updated_at: response.updatedAt,
  };
}

function addLane(tables: ImportTables, record: LogRecord, lane: LogRecord['lanes'][number]): void {
  const { response, endpoint } = lane;
  const judged = response.endpoint ?? endpoint;
  const rank = placeOf(record.ranking, lane.id);
  const style = styleFeatures(
    response.text,
    response.usage === null || response.usage.estimated ? undefined : response.usage.outputTokens,
  );
  for (const { id, name, protocol, baseUrl, model, cardId, price } of [endpoint, judged]) {
    tables.endpoints.push({ id, name, protocol, base_url: baseUrl, model, card_id: cardId, price });
  }
  tables.lanes.push({
    id: lane.id,
    comparison_id: record.comparison.id,
    position: lane.position,
    endpoint_id: endpoint.id,
    endpoint_snapshot: endpoint,
    params: lane.params,
    system: lane.system,
  });
  tables.responses.push(responseRow(record.turn.id, lane.id, response));
  tables.ballot_lanes.push({
    ballot_id: record.id,
    lane_id: lane.id,
    response_id: response.id,
    position: lane.position,
    endpoint_id: judged.id,
    card_id: judged.cardId,
    rank,
    is_winner: rank === 1 && outcomeOf(record.ranking, record.allBad) === 'win',
    style_tokens: style.tokens,
    style_headers: style.headers,
    style_lists: style.lists,
    style_bold: style.bold,
  });
}

function ballotRow(record: LogRecord) {
  const comments = [record.comment, ...Object.values(record.ratings).map(({ comment }) => comment)];
  return {
    id: record.id,
    turn_id: record.turn.id,
    rater_id: record.raterId,
    ranking: record.ranking,
    all_bad: record.allBad,
    strength: record.strength,
    ratings: record.ratings,
    comment: record.comment,
    duration_ms: record.durationMs,
    mode: record.mode,
    outcome: outcomeOf(record.ranking, record.allBad),
    has_comment: comments.some((comment) => (comment ?? '').trim() !== ''),
    revision: record.revision,
    created_at: record.createdAt,
    updated_at: record.updatedAt,
  };
}
