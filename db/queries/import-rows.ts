import { type ImportTable, importTables } from '#db/queries/import-columns.ts';
import type { LogRecord } from '#lib/preferences/export/log-record.ts';
import { outcomeOf, placeOf } from '#lib/preferences/ranking.ts';
import { styleFeatures } from '#lib/rating/style-features.ts';

export type Row = Record<string, unknown>;
/** What records are made of; ballot_pairs follow from them. */
export type RecordTable = Exclude<ImportTable, 'ballot_pairs'>;

const recordTables = importTables.filter((name) => name !== 'ballot_pairs');

/** The rows of every table that the records stand for, none twice. */
export function toRows(records: readonly LogRecord[]): Map<RecordTable, Row[]> {
  const tables = new Map<RecordTable, Map<unknown, Row>>(recordTables.map((name) => [name, new Map()]));
  for (const record of records) {
    addRows(record, (name, row) => {
      const rows = tables.get(name);
      // Those without an id stand in one record alone.
      const key = row.id ?? row;
      if (!rows?.has(key)) rows?.set(key, row);
    });
  }
  return new Map([...tables].map(([name, rows]) => [name, [...rows.values()]]));
}

/**
 * Hands over all rows of a record, each after those that it refers to. What can be worked out again is worked out,
 * not read.
 */
export function addRows(record: LogRecord, add: (name: RecordTable, row: Row) => void): void {
  const { comparison, turn } = record;
  for (const id of [record.raterId, comparison.raterId]) add('raters', { id });
  add('comparisons', {
    id: comparison.id,
    rater_id: comparison.raterId,
    mode: comparison.mode,
    title: comparison.title,
    system: comparison.system,
    created_at: comparison.createdAt,
    updated_at: turn.createdAt,
  });
  for (const lane of record.lanes) addLane(record, lane, add);
  for (const past of record.past) {
    add('turns', turnRow(comparison.id, past));
    for (const response of past.responses) add('responses', responseRow(past.id, response.laneId, response));
  }
  add('turns', turnRow(comparison.id, turn));
  for (const { id, response } of record.lanes) add('responses', responseRow(turn.id, id, response));
  add('ballots', ballotRow(record));
  for (const lane of record.lanes) add('ballot_lanes', ballotLaneRow(record, lane));
  for (const { revision, content, createdAt } of record.revisions) {
    add('ballot_revisions', { ballot_id: record.id, revision, content, created_at: createdAt });
  }
  for (const { reason, source, createdAt } of record.exclusions) {
    add('ballot_exclusions', { ballot_id: record.id, reason, source, created_at: createdAt });
  }
  addMarks(record, add);
}

type AddRow = Parameters<typeof addRows>[1];

function addMarks({ id, createdAt: ballotAt, tags, note }: LogRecord, add: AddRow): void {
  for (const { tag, raterId, createdAt } of tags) {
    add('raters', { id: raterId });
    add('ballot_tags', { ballot_id: id, ballot_at: ballotAt, tag, rater_id: raterId, created_at: createdAt });
  }
  if (note === null) return;
  add('raters', { id: note.raterId });
  add('ballot_notes', {
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

function addLane(
  record: LogRecord,
  { id, position, endpoint, params, system, response }: Lane,
  add: AddRow,
): void {
  for (const each of response.endpoint === null ? [endpoint] : [endpoint, response.endpoint]) {
    const { name, protocol, baseUrl, model, cardId, price } = each;
    add('endpoints', { id: each.id, name, protocol, base_url: baseUrl, model, card_id: cardId, price });
  }
  add('lanes', {
    id,
    comparison_id: record.comparison.id,
    position,
    endpoint_id: endpoint.id,
    endpoint_snapshot: endpoint,
    params,
    system,
  });
}

type Lane = LogRecord['lanes'][number];

function ballotLaneRow(record: LogRecord, { id, position, endpoint, response }: Lane): Row {
  const judged = response.endpoint ?? endpoint;
  const rank = placeOf(record.ranking, id);
  const style = styleFeatures(
    response.text,
    response.usage === null || response.usage.estimated ? undefined : response.usage.outputTokens,
  );
  return {
    ballot_id: record.id,
    lane_id: id,
    response_id: response.id,
    position,
    endpoint_id: judged.id,
    card_id: judged.cardId,
    rank,
    is_winner: rank === 1 && outcomeOf(record.ranking, record.allBad) === 'win',
    style_tokens: style.tokens,
    style_headers: style.headers,
    style_lists: style.lists,
    style_bold: style.bold,
  };
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
