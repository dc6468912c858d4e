import { z } from 'zod';
import { laneLabels } from '#lib/arena/lane-labels.ts';
import type { Message } from '#lib/endpoints/ask.ts';
import { arenaMetadata, arenaMetadataSchema, countTokens } from '#lib/preferences/export/arena-metadata.ts';
import { answerMessage, conversationOf } from '#lib/preferences/export/conversation.ts';
import type { ExportFormat } from '#lib/preferences/export/export-format.ts';
import type { LaneRecord, LogRecord } from '#lib/preferences/export/log-record.ts';
import { groupOf } from '#lib/preferences/ranking.ts';

const part = z.strictObject({
  type: z.literal('text'),
  text: z.string(),
  image: z.null(),
  mimeType: z.null(),
});
const message = z.strictObject({
  role: z.enum(['system', 'user', 'assistant']),
  content: z.array(part).length(1),
  num_tokens: z.int().min(0),
});
const exchange = z.strictObject({ user: message, model_side_a: message, model_side_b: message });

const row = z.strictObject({
  id: z.string(),
  model_a: z.string(),
  model_b: z.string(),
  winner: z.enum(['model_a', 'model_b', 'tie', 'both_bad']),
  evaluation_session_id: z.string(),
  evaluation_order: z.int().min(1),
  conversation_a: z.array(message).min(2),
  conversation_b: z.array(message).min(2),
  full_conversation: z.array(exchange).min(1),
  conv_metadata: arenaMetadataSchema,
  category_tag: z.strictObject({
    baijia_v1: z.strictObject({
      code: z.boolean(),
      maths: z.boolean(),
      long: z.boolean(),
      chinese: z.boolean(),
      multi_turn: z.boolean(),
    }),
  }),
  language: z.string(),
  is_code: z.boolean(),
  timestamp: z.string(),
});
type Row = z.infer<typeof row>;

/** The columns of the LMArena 140k set: one row per two judged answers, a shown before b. */
export const arena: ExportFormat = {
  kind: 'json',
  keepsExcluded: false,
  reads: 'answers',
  ties: 'kept: winner is tie or both_bad',
  row,
  toRows: (record, notes) => {
    const judged = record.lanes.filter((lane) => record.allBad || groupOf(record.ranking, lane.id) >= 0);
    if (judged.length < 2) notes.leaveOut('unranked');
    return judged.flatMap((a, index) => judged.slice(index + 1).map((b) => toRow(record, a, b)));
  },
};

function toRow(record: LogRecord, a: LaneRecord, b: LaneRecord): Row {
  const sideA = sideOf(record, a);
  const sideB = sideOf(record, b);
  const traits = new Set(record.turn.categories ?? []);
  const labels = `${laneLabels[a.position]}${laneLabels[b.position]}`;
  return {
    id: record.lanes.length === 2 ? record.id : `${record.id}-${labels}`,
    model_a: (a.response.endpoint ?? a.endpoint).name,
    model_b: (b.response.endpoint ?? b.endpoint).name,
    winner: winnerOf(record, a, b),
    evaluation_session_id: record.comparison.id,
    evaluation_order: record.turn.index + 1,
    conversation_a: sideA.map(toMessage),
    conversation_b: sideB.map(toMessage),
    full_conversation: exchangesOf(record, a, b),
    conv_metadata: arenaMetadata(sideA, sideB),
    category_tag: {
      baijia_v1: {
        code: traits.has('code'),
        maths: traits.has('maths'),
        long: traits.has('long'),
        chinese: traits.has('chinese'),
        multi_turn: traits.has('multi-turn'),
      },
    },
    language: record.turn.language ?? 'und',
    is_code: traits.has('code'),
    timestamp: record.createdAt,
  };
}

const sideOf = (record: LogRecord, lane: LaneRecord): Message[] => [
  ...conversationOf(record, lane),
  answerMessage(lane.response.text),
];

function winnerOf(record: LogRecord, a: LaneRecord, b: LaneRecord): Row['winner'] {
  if (record.allBad) return 'both_bad';
  const difference = groupOf(record.ranking, a.id) - groupOf(record.ranking, b.id);
  if (difference === 0) return 'tie';
  return difference < 0 ? 'model_a' : 'model_b';
}

function toMessage({ role, content }: Message): z.infer<typeof message> {
  return {
    role,
    content: [{ type: 'text', text: content, image: null, mimeType: null }],
    num_tokens: countTokens(content),
  };
}

function exchangesOf(record: LogRecord, a: LaneRecord, b: LaneRecord): Row['full_conversation'] {
  const exchangeOf = (prompt: string, answerA: string, answerB: string) => ({
    user: toMessage({ role: 'user', content: prompt }),
    model_side_a: toMessage(answerMessage(answerA)),
    model_side_b: toMessage(answerMessage(answerB)),
  });
  const past = record.past.map(({ prompt, responses }) => {
    const answerOf = (lane: LaneRecord) => responses.find(({ laneId }) => laneId === lane.id)?.text ?? '';
    return exchangeOf(prompt, answerOf(a), answerOf(b));
  });
  return [...past, exchangeOf(record.turn.prompt, a.response.text, b.response.text)];
}
