import { z } from 'zod';
import { type Battle, type BattleAnswer, NoBattle } from '#lib/preferences/import/battle.ts';
import { joinTurns, readConversation } from '#lib/preferences/import/conversations.ts';
import type { ImportFormatName } from '#lib/preferences/import/format-names.ts';
import { readOpenWebUi } from '#lib/preferences/import/open-webui.ts';
import { readBattleRow } from '#lib/rating/battle-row.ts';
import type { PairOutcome } from '#lib/rating/pair-counts.ts';
import { RowFault } from '#lib/records/row-fault.ts';

export type Row = Readonly<Record<string, unknown>>;
export type BattleFormat = Exclude<ImportFormatName, 'baijia'>;

/** Two dated sources say when; the others are given this day, so that the same file gives the same records. */
const undated = new Date('2024-01-01T00:00:00.000Z');

const id = z.union([z.string().min(1), z.number()]).transform(String);
const named = z.object({ model_a: z.string().min(1), model_b: z.string().min(1) });

/** Reads a row of a published log. @throws RowFault, NoBattle */
export function readBattle(format: BattleFormat, row: Row): Battle {
  return readers[format](row);
}

const readers: Record<BattleFormat, (row: Row) => Battle> = {
  'arena-33k': (row) => ({
    ...base(row, field(row, 'question_id', id)),
    // The later set of 100,000 has a hash of it.
    judge: field(
      row,
      row.judge === undefined && row.judge_hash !== undefined ? 'judge_hash' : 'judge',
      z.string(),
    ),
    at: seconds(row.tstamp),
    answers: conversations(row),
  }),
  'arena-140k': (row) => ({
    ...base(row, field(row, 'id', id)),
    at: time(row.timestamp),
    answers: conversations(row),
  }),
  'arena-55k': (row) => ({
    ...base(row, field(row, 'id', id)),
    answers: pair(row, (side) => joinTurns(`response_${side}`, row.prompt, row[`response_${side}`])),
  }),
  'mt-bench': (row) => {
    const judge = field(row, 'judge', z.union([z.string(), z.array(z.string())]).transform(String));
    const turn = field(row, 'turn', z.coerce.number().int().min(1));
    const question = field(row, 'question_id', id);
    const { model_a, model_b } = field({ row }, 'row', named);
    return {
      ...base(row, [question, model_a, model_b, judge, turn].join('\n')),
      judge,
      // Every row holds both turns, also where the judgement is about the first.
      answers: pair(row, (side) => firstTurns(conversation(row, side), turn)),
    };
  },
  'open-webui': readOpenWebUi,
  'fastchat-log': (row) => {
    if (!String(row.type).endsWith('vote')) throw new NoBattle('no vote');
    const states = z.array(z.looseObject({ conv_id: id.optional() })).safeParse(row.states);
    const outcome = outcomeOf(row);
    if (!states.success || states.data.length !== 2) throw new RowFault('wrong-field', { field: 'states' });
    const [a, b] = states.data;
    return {
      sourceId: `${a?.conv_id ?? ''}\n${b?.conv_id ?? ''}\n${String(row.tstamp)}`,
      judge: '',
      mode: 'blind',
      at: seconds(row.tstamp),
      answers: [fastChatAnswer(row, a, 0), fastChatAnswer(row, b, 1)],
      outcome,
    };
  },
};

function base(row: Row, sourceId: string): Omit<Battle, 'answers'> {
  return { sourceId, judge: '', mode: 'blind', at: undated, outcome: outcomeOf(row) };
}

function conversations(row: Row): Battle['answers'] {
  return pair(row, (side) => conversation(row, side));
}

const conversation = (row: Row, side: 'a' | 'b') =>
  readConversation(`conversation_${side}`, row[`conversation_${side}`]);

function firstTurns(messages: BattleAnswer['messages'], count: number): BattleAnswer['messages'] {
  const asked = messages.flatMap(({ role }, index) => (role === 'user' ? [index] : []));
  if (asked.length < count) throw new RowFault('wrong-field', { field: 'turn' });
  return messages.slice(0, asked[count]);
}

function pair(row: Row, messagesOf: (side: 'a' | 'b') => BattleAnswer['messages']): Battle['answers'] {
  const { model_a, model_b } = field({ row }, 'row', named);
  return [
    { model: model_a, messages: messagesOf('a') },
    { model: model_b, messages: messagesOf('b') },
  ];
}

const fastChatState = z.object({
  model_name: z.string().optional(),
  system_message: z.string().nullish(),
  messages: z.array(z.tuple([z.string(), z.string().nullable()]).rest(z.unknown())),
});

function fastChatAnswer(row: Row, state: unknown, side: 0 | 1): BattleAnswer {
  const parsed = fastChatState.safeParse(state);
  if (!parsed.success) throw new RowFault('not-conversation', { field: 'states' });
  const { model_name, system_message, messages } = parsed.data;
  const listed = Array.isArray(row.models) ? String(row.models[side] ?? '') : '';
  const model = listed || (model_name ?? '');
  if (model === '') throw new RowFault('no-models', { fields: 'models' });
  const turns = messages.map(([, content], index) => ({
    role: index % 2 === 0 ? 'user' : 'assistant',
    content: content ?? '',
  }));
  const system = system_message ? [{ role: 'system', content: system_message }] : [];
  return { model, messages: readConversation('states', [...system, ...turns]) };
}

/** Also of rows in which one model meets itself: they rate nothing, but they are judgements. */
function outcomeOf(row: Row): PairOutcome {
  const named = row.model_a === undefined ? row : { ...row, model_a: 'a', model_b: 'b' };
  const winner = row.winner === row.model_a ? 'a' : row.winner === row.model_b ? 'b' : row.winner;
  const [votes] = readBattleRow(row.winner === undefined ? named : { ...named, winner });
  if (votes === undefined) throw new NoBattle('no vote');
  return votes.outcome;
}

function field<Value>(row: Row, name: string, schema: z.ZodType<Value>): Value {
  const parsed = schema.safeParse(row[name]);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = [name === 'row' ? '' : name, ...(issue?.path ?? [])];
  throw new RowFault('wrong-field', { field: path.filter(Boolean).join('.') });
}

function seconds(value: unknown): Date {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (value === undefined || value === null) return undated;
  return checkedTime(new Date(typeof number === 'number' ? Math.round(number * 1000) : Number.NaN));
}

function time(value: unknown): Date {
  if (value === undefined || value === null) return undated;
  if (typeof value === 'number') return checkedTime(new Date(value));
  const text = String(value);
  // A time without a zone is UTC in these files.
  return checkedTime(new Date(/[zZ]|[+-]\d\d:?\d\d$/.test(text) ? text : `${text.replace(' ', 'T')}Z`));
}

function checkedTime(date: Date): Date {
  if (Number.isNaN(date.getTime())) throw new RowFault('wrong-time');
  return date;
}
