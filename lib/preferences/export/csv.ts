import { z } from 'zod';
import { laneLabels } from '#lib/arena/lane-labels.ts';
import { conversationOf } from '#lib/preferences/export/conversation.ts';
import type { ExportFormat, RowNotes } from '#lib/preferences/export/export-format.ts';
import type { LaneRecord, LogRecord } from '#lib/preferences/export/log-record.ts';
import { outcomeOf, placeOf } from '#lib/preferences/ranking.ts';

type Cell = string | number | boolean | null;
type Source = { record: LogRecord; lane: LaneRecord; notes: RowNotes };

/** Of words that may hold spaces. */
const listed = (words: readonly string[]) => words.join('; ');

/** One row per answer, for spreadsheets and data frames. */
const columns: Record<string, (source: Source) => Cell> = {
  ballot_id: ({ record }) => record.id,
  judged_at: ({ record }) => record.createdAt,
  rater: ({ record, notes }) => notes.pseudonymOf(record.raterId),
  mode: ({ record }) => record.mode,
  outcome: ({ record }) => outcomeOf(record.ranking, record.allBad),
  strength: ({ record }) => record.strength,
  excluded: ({ record }) => listed(record.exclusions.map(({ reason }) => reason)),
  comparison_id: ({ record }) => record.comparison.id,
  turn: ({ record }) => record.turn.index + 1,
  language: ({ record }) => record.turn.language,
  categories: ({ record }) => record.turn.categories?.join(' ') ?? null,
  system: ({ record, lane }) => lane.system ?? record.comparison.system,
  prompt: ({ record }) => record.turn.prompt,
  history: ({ record, lane }) =>
    record.past.length === 0 ? null : JSON.stringify(conversationOf(record, lane).slice(0, -1)),
  label: ({ lane }) => laneLabels[lane.position] ?? null,
  endpoint: ({ lane }) => (lane.response.endpoint ?? lane.endpoint).name,
  model: ({ lane }) => (lane.response.endpoint ?? lane.endpoint).model,
  card: ({ lane }) => (lane.response.endpoint ?? lane.endpoint).cardId,
  place: ({ record, lane }) => placeOf(record.ranking, lane.id),
  status: ({ lane }) => lane.response.status,
  answer: ({ lane }) => lane.response.text,
  overall: ({ record, lane }) => record.ratings[lane.id]?.overall ?? null,
  helpful: ({ record, lane }) => record.ratings[lane.id]?.helpful ?? null,
  honest: ({ record, lane }) => record.ratings[lane.id]?.honest ?? null,
  harmless: ({ record, lane }) => record.ratings[lane.id]?.harmless ?? null,
  follows_instruction: ({ record, lane }) => record.ratings[lane.id]?.followsInstruction ?? null,
  thumb: ({ record, lane }) => record.ratings[lane.id]?.thumb ?? null,
  flags: ({ record, lane }) => record.ratings[lane.id]?.flags?.join(' ') ?? null,
  answer_comment: ({ record, lane }) => record.ratings[lane.id]?.comment ?? null,
  own_answer: ({ record, lane }) => record.ratings[lane.id]?.ideal ?? null,
  comment: ({ record }) => record.comment,
  judging_ms: ({ record }) => record.durationMs,
  input_tokens: ({ lane }) => lane.response.usage?.inputTokens ?? null,
  output_tokens: ({ lane }) => lane.response.usage?.outputTokens ?? null,
  time_to_first_text_ms: ({ lane }) => lane.response.timing?.timeToFirstTextMs ?? null,
  duration_ms: ({ lane }) => lane.response.timing?.durationMs ?? null,
  cost_usd: ({ lane }) => lane.response.costUsd,
  cost_estimated: ({ lane: { response } }) =>
    response.costUsd === null ? null : Boolean(response.usage?.estimated || response.costSource),
  tags: ({ record }) => listed(record.tags.map(({ tag }) => tag)),
  note: ({ record }) => record.note?.text ?? null,
};
const readers = Object.values(columns);

/** Columns of numbers and truths, as data frames call them; all others hold text. */
const typesBesideText: Readonly<Record<string, string>> = {
  strength: 'int64',
  turn: 'int64',
  place: 'int64',
  overall: 'int64',
  helpful: 'int64',
  honest: 'int64',
  harmless: 'int64',
  follows_instruction: 'int64',
  judging_ms: 'int64',
  input_tokens: 'int64',
  output_tokens: 'int64',
  time_to_first_text_ms: 'float64',
  duration_ms: 'float64',
  cost_usd: 'float64',
  cost_estimated: 'bool',
};

/** What each column holds, in the order of the header. */
export const csvColumnTypes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(columns).map((name) => [name, typesBesideText[name] ?? 'string']),
);

export const csv: ExportFormat = {
  kind: 'csv',
  header: Object.keys(columns),
  keepsExcluded: true,
  reads: 'answers',
  ties: 'kept: answers that tie share a place, all-bad ballots have no places',
  row: z
    .array(z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .length(readers.length)
    .describe(
      'The cells of one answer in the order of the header. Reasons in excluded and words in tags stand apart by semicolons. cost_estimated is true where cost_usd rests on estimated tokens or on a public price list, false where it rests on counted tokens and the endpoint’s own price; without a cost both are empty.',
    ),
  toRows: (record, notes) => record.lanes.map((lane) => readers.map((read) => read({ record, lane, notes }))),
};
