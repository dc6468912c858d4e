import { emptyResponse, type LaneRecord, type LogRecord } from '#lib/preferences/export/log-record.ts';

type Row = Record<string, unknown>;

/** The rows that stand beside a page of ballots, by the ballot's id. */
export type BesideBallots = Record<
  'lanes' | 'past' | 'exclusions' | 'revisions' | 'tags' | 'notes',
  Map<unknown, Row[]>
>;

const noEndpoint = { id: '', name: '', protocol: 'chat', baseUrl: '', model: '', cardId: null, price: null };
const none: Row[] = [];

/**
 * A record of the log from its rows, with empty values where the query read nothing. Its fields are not checked here:
 * the database's own constraints and the query give their shape.
 */
export function toLogRecord(row: Row, beside: BesideBallots): LogRecord {
  const { id, raterId = '', mode } = row;
  const createdAt = toTime(row.createdAt);
  const lanes = beside.lanes.get(id) ?? none;
  const record = {
    format: 'baijia-1',
    id,
    raterId,
    mode,
    ranking: row.ranking,
    allBad: row.allBad,
    strength: row.strength,
    ratings: row.ratings,
    comment: row.comment,
    durationMs: row.durationMs ?? null,
    revision: row.revision ?? 1,
    createdAt,
    updatedAt: toTime(row.updatedAt),
    comparison: {
      id: row.comparisonId,
      raterId: row.comparisonRater ?? raterId,
      mode: row.comparisonMode ?? mode,
      title: row.title ?? null,
      system: row.system,
      createdAt: toTime(row.comparisonCreatedAt),
    },
    turn: {
      id: row.turnId ?? '',
      index: row.turnIndex,
      prompt: row.prompt,
      status: row.turnStatus ?? 'complete',
      language: row.language ?? null,
      categories: row.categories ?? null,
      promptHash: row.promptHash ?? null,
      createdAt: toTime(row.turnCreatedAt),
    },
    lanes: lanes.map(toLane),
    past: toPast(beside.past.get(id)),
    revisions: beside.revisions.get(id)?.map(toDated) ?? [],
    exclusions: beside.exclusions.get(id)?.map(toDated) ?? [],
    tags: beside.tags.get(id)?.map(toDated) ?? [],
    note: beside.notes.get(id)?.map(toDated)[0] ?? null,
  };
  return record as LogRecord;
}

function toLane(row: Row): LaneRecord {
  const lane = {
    id: row.laneId,
    position: row.position,
    endpoint: row.laneEndpoint ?? noEndpoint,
    params: row.params ?? {},
    system: row.laneSystem,
    response: toResponse(row),
  };
  return lane as LaneRecord;
}

function toResponse(row: Row): LaneRecord['response'] {
  const { status, text } = row;
  if (row.usage === undefined) return { ...emptyResponse, status, text } as LaneRecord['response'];
  if (row.id === undefined) {
    const { usage, timing, costUsd, costSource, endpoint } = row;
    return {
      ...emptyResponse,
      status,
      text,
      usage,
      timing,
      costUsd,
      costSource,
      endpoint,
    } as LaneRecord['response'];
  }
  const { ballotId: _, laneId: __, turn: ___, ...rest } = row;
  const dated = { ...rest, createdAt: toTime(row.createdAt), updatedAt: toTime(row.updatedAt) };
  return { ...emptyResponse, ...dated } as LaneRecord['response'];
}

/** Rows come turn by turn; a lane that had no answer yet has a row of nulls. */
function toPast(rows: readonly Row[] | undefined): LogRecord['past'] {
  if (rows === undefined) return [];
  const turns = new Map<unknown, Row & { responses: Row[] }>();
  for (const row of rows) {
    const turn = row.turn as Row;
    const known = turns.get(turn.index) ?? { ...turn, responses: [] };
    turns.set(turn.index, known);
    if (row.status !== null) known.responses.push({ ...toResponse(row), laneId: row.laneId });
  }
  return [...turns.values()] as unknown as LogRecord['past'];
}

const toTime = (value: unknown): string => (value instanceof Date ? value.toISOString() : '');

function toDated<Item>({ ballotId: _, createdAt, ...row }: Row): Item {
  return { ...row, createdAt: toTime(createdAt) } as Item;
}
