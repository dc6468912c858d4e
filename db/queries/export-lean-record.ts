import type { LaneRecord, LogRecord } from '#lib/preferences/export/log-record.ts';

const noResponse: LaneRecord['response'] = {
  id: '',
  attempt: 1,
  isCurrent: true,
  status: 'complete',
  text: '',
  reasoning: null,
  finishReason: null,
  errorCode: null,
  errorMessage: null,
  upstreamAttempts: 0,
  usage: null,
  timing: null,
  costUsd: null,
  endpoint: null,
  request: null,
  createdAt: '',
  updatedAt: '',
};
const noEndpoint: LaneRecord['endpoint'] = {
  id: '',
  name: '',
  protocol: 'chat',
  baseUrl: '',
  model: '',
  cardId: null,
  price: null,
};
const noTurn = {
  id: '',
  status: 'complete' as const,
  language: null,
  categories: null,
  promptHash: null,
  createdAt: '',
};

/**
 * A record with empty values where the query read nothing. It is not checked field by field: the database's own
 * constraints and the query give its shape, and checking would cost as much as all else of an export together.
 */
export function toLeanRecord(value: unknown): LogRecord {
  const read = value as LogRecord;
  const past = read.past.map((turn) => ({
    ...noTurn,
    ...turn,
    responses: turn.responses.map((response) => ({ ...noResponse, ...response })),
  }));
  const lanes = read.lanes.map((lane) => ({
    ...lane,
    endpoint: lane.endpoint ?? noEndpoint,
    params: lane.params ?? {},
    response: { ...noResponse, ...lane.response },
  }));
  const createdAt = new Date(read.createdAt).toISOString();
  return {
    ...read,
    format: 'baijia-1',
    revision: 1,
    createdAt,
    updatedAt: createdAt,
    comparison: { ...read.comparison, raterId: read.raterId, mode: read.mode, title: null, createdAt },
    turn: { ...noTurn, ...read.turn },
    lanes,
    past,
    revisions: [],
  };
}
