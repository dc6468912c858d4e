import { expect, test } from 'vitest';
import { NoBattle } from '#lib/preferences/import/battle.ts';
import { readBattle } from '#lib/preferences/import/read-battle.ts';

const talk = (...answers: string[]) =>
  answers.flatMap((answer, index) => [
    { role: 'user', content: `question ${index + 1}` },
    { role: 'assistant', content: answer },
  ]);
const battle = { model_a: 'x', model_b: 'y', winner: 'model_a' };
const textsOf = ({ answers }: ReturnType<typeof readBattle>) =>
  answers.map(({ messages }) => messages.map(({ content }) => content));

test('MT-Bench: a judgement of the first turn is about the first answer, though the file holds both', () => {
  const row = {
    ...battle,
    question_id: 81,
    judge: 'expert_1',
    conversation_a: talk('a1', 'a2'),
    conversation_b: talk('b1', 'b2'),
  };
  expect(textsOf(readBattle('mt-bench', { ...row, turn: 1 }))).toEqual([
    ['question 1', 'a1'],
    ['question 1', 'b1'],
  ]);
  expect(textsOf(readBattle('mt-bench', { ...row, turn: '2' }))[0]).toEqual([
    'question 1',
    'a1',
    'question 2',
    'a2',
  ]);
  expect(() => readBattle('mt-bench', { ...row, turn: 3 })).toThrow('turn');
});

test('the 100k set names judges by a hash and keeps conversations as text', () => {
  const row = {
    ...battle,
    question_id: 'q',
    judge_hash: 'abc',
    tstamp: 1,
    conversation_a: JSON.stringify(talk('a')),
    conversation_b: JSON.stringify(talk('b')),
  };
  expect(readBattle('arena-33k', row)).toMatchObject({ judge: 'abc', outcome: 'winsA' });
  expect(() => readBattle('arena-33k', { ...row, judge_hash: undefined })).toThrow('judge');
});

test('FastChat: what the model was told first is kept', () => {
  const state = (answer: string, system_message?: string) => ({
    conv_id: answer,
    model_name: answer,
    ...(system_message === undefined ? {} : { system_message }),
    messages: [
      ['USER', 'Hi'],
      ['ASSISTANT', answer],
    ],
  });
  const vote = {
    tstamp: 1,
    type: 'leftvote',
    models: ['', ''],
    states: [state('a', 'Be brief.'), state('b', '')],
  };
  expect(textsOf(readBattle('fastchat-log', vote))).toEqual([
    ['Be brief.', 'Hi', 'a'],
    ['Hi', 'b'],
  ]);
});

const answer = (id: string, model: string, more: object = {}) => ({
  id,
  parentId: 'm1',
  role: 'assistant',
  content: id,
  model,
  ...more,
});
const feedback = (arena: boolean, answers: readonly ReturnType<typeof answer>[]) => ({
  id: 'f',
  data: { rating: -1, model_id: 'llama' },
  meta: { message_id: 'm2', arena },
  snapshot: {
    chat: {
      chat: {
        history: {
          messages: {
            m1: { id: 'm1', parentId: null, role: 'user', content: 'Hi' },
            ...Object.fromEntries(answers.map((one) => [one.id, one])),
          },
        },
      },
    },
  },
  created_at: 1_700_000_000,
});

test('Open WebUI: in its arena the answers’ model is the arena, and the chosen one stands beside it', () => {
  const row = feedback(true, [
    answer('m2', 'arena-model', { selectedModelId: 'llama' }),
    answer('m3', 'arena-model', { selectedModelId: 'qwen' }),
  ]);
  const { answers, mode, outcome } = readBattle('open-webui', row);
  expect({ models: answers.map(({ model }) => model), mode, outcome }).toEqual({
    models: ['llama', 'qwen'],
    mode: 'blind',
    outcome: 'winsB',
  });
});

test('Open WebUI: another model’s answer is the rival, not a second try of the same', () => {
  const rated = answer('m2', 'llama');
  const again = answer('m3', 'llama');
  const row = feedback(false, [rated, again, answer('m4', 'qwen')]);
  expect(readBattle('open-webui', row)).toMatchObject({ mode: 'open', answers: [{}, { model: 'qwen' }] });
  expect(() => readBattle('open-webui', feedback(false, [rated, again]))).toThrow(NoBattle);
});
