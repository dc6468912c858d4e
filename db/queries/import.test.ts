import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { inTransaction, withDatabase } from '#db/client.ts';
import { putBallot } from '#db/queries/ballots.ts';
import { changeBallot, changeBallots } from '#db/queries/change-ballots.ts';
import { createTurn } from '#db/queries/create-turn.ts';
import { streamExport } from '#db/queries/export-stream.ts';
import { importStream } from '#db/queries/import-stream.ts';
import { countDifferences } from '#db/queries/pair-counts.ts';
import { undoAction } from '#db/queries/undo-action.ts';
import { responses, turns } from '#db/schema/turns.ts';
import { addAnsweredTurn, addRater, localRater } from '#db/testing/rows.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { ballotInputSchema } from '#lib/preferences/ballot-schema.ts';
import { bulkInputSchema } from '#lib/preferences/change-schema.ts';
import type { ExportFormatName } from '#lib/preferences/export/format-names.ts';
import { sampleId, sampleRecord } from '#lib/preferences/export/testing/sample-records.ts';
import type { ImportFormatName } from '#lib/preferences/import/format-names.ts';
import type { ImportReport } from '#lib/preferences/import/report-schema.ts';

setUpTestDatabase();

beforeEach(() => emptyDatabase());

async function emptyDatabase(): Promise<void> {
  await withDatabase((db) =>
    db.execute('truncate raters, endpoints, ballot_pairs, pair_counts, search_pending cascade'),
  );
  await withDatabase((db) => db.execute(`insert into raters (id) values ('local')`));
}

async function exportText(format: ExportFormatName): Promise<string> {
  const pieces: Buffer[] = [];
  const query = { personalData: 'keep' as const };
  for await (const piece of streamExport({ format, query, pseudonymOf: (id) => id })) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; from += 700) yield bytes.subarray(from, from + 700);
}

function take(
  format: ImportFormatName,
  text: string,
  options: { isDryRun?: boolean; counts?: boolean } = {},
): Promise<ImportReport> {
  return importStream(pieces(text), { format, isDryRun: false, counts: true, ...options });
}

/** @returns the id of the last ballot. */
async function judgeSomething(): Promise<string> {
  const first = await addAnsweredTurn({ prompt: 'One? 一', statuses: ['complete', 'complete', 'complete'] });
  const [a = '', b = '', c = ''] = first.laneIds;
  await putBallot(
    localRater,
    first.turn.id,
    ballotInputSchema.parse({ ranking: [[a, b], [c]], comment: '好' }),
  );
  const { turnId } = await createTurn(localRater, first.comparison.id, { prompt: 'Two\n"\\ 😀' }, 'test');
  await withDatabase((db) =>
    db
      .update(responses)
      .set({ status: 'complete', text: 'second', costUsd: 0.00001 })
      .where(eq(responses.turnId, turnId)),
  );
  await withDatabase((db) => db.update(turns).set({ status: 'complete' }).where(eq(turns.id, turnId)));
  const ballot = {
    ranking: [[c], [a]],
    strength: 3,
    ratings: { [a]: { thumb: 'down', ideal: 'mine', flags: ['hallucination'] } },
  };
  await putBallot(localRater, turnId, ballotInputSchema.parse(ballot));
  await putBallot(localRater, turnId, ballotInputSchema.parse({ ...ballot, strength: 1 }));
  const bad = await addAnsweredTurn({ prompt: 'Bad' });
  const { ballot: last } = await putBallot(
    localRater,
    bad.turn.id,
    ballotInputSchema.parse({ allBad: true }),
  );
  return last.id;
}

async function markByHand(ballotId: string): Promise<void> {
  const other = await addRater('other');
  for (const value of ['zwei', 'Eins', '一']) await changeBallot(other, ballotId, { kind: 'tag', value });
  await changeBallot(localRater, ballotId, { kind: 'note', value: 'two\nlines' });
  await changeBallot(localRater, ballotId, { kind: 'exclude', value: 'by mistake' });
}

test('everything goes out, comes into an empty database, and goes out again byte by byte', async () => {
  await markByHand(await judgeSomething());
  const before = await exportText('baijia');
  const trainers = await exportText('trl-preference');
  expect(before.split('\n')).toHaveLength(4);
  await emptyDatabase();
  expect(await take('baijia', before)).toMatchObject({ imported: 3, skipped: 0, rejectedCount: 0 });
  expect(await exportText('baijia')).toBe(before);
  expect(await exportText('trl-preference')).toBe(trainers);
  expect(await inTransaction((tx) => countDifferences(tx))).toBe(0);
  expect(await take('baijia', before)).toMatchObject({ imported: 0, skipped: 3 });
  expect(await exportText('baijia')).toBe(before);
});

test('battles that went out come back as the same pairs', async () => {
  await judgeSomething();
  const battles = await exportText('arena');
  const pairsOf = (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
      .map(({ model_a, model_b, winner, conversation_a, conversation_b, timestamp }) =>
        JSON.stringify({ model_a, model_b, winner, conversation_a, conversation_b, timestamp }),
      )
      .sort();
  await emptyDatabase();
  expect(await take('arena-140k', battles)).toMatchObject({ imported: 5, rejectedCount: 0 });
  expect(pairsOf(await exportText('arena'))).toEqual(pairsOf(battles));
});

const conversation = (answer: string) => [
  { role: 'user', content: 'Hi' },
  { role: 'assistant', content: answer },
];
const arena33k = (id: string, more: object = {}) =>
  JSON.stringify({
    question_id: id,
    model_a: 'vicuna-13b',
    model_b: 'gpt-4',
    winner: 'tie (bothbad)',
    judge: 'arena_user_1',
    conversation_a: conversation('a'),
    conversation_b: conversation('b'),
    turn: 1,
    anony: true,
    language: 'English',
    tstamp: 1682351448.3,
    ...more,
  });

test('a bad row is rejected with its line and reason, and the others are kept', async () => {
  const file = [
    arena33k('1'),
    '{',
    arena33k('2', { winner: 'nobody' }),
    arena33k('3', { conversation_b: [] }),
    arena33k('1'),
  ].join('\n');
  const dry = await take('arena-33k', file, { isDryRun: true });
  expect(await exportText('baijia')).toBe('');
  expect(dry.rejected).toEqual([
    { line: 2, reason: 'not valid JSON: {', code: 'not-json', values: { text: '{' } },
    {
      line: 3,
      reason: 'winner "nobody" is not one of the known words',
      code: 'unknown-winner',
      values: { value: '"nobody"' },
    },
    {
      line: 4,
      reason: 'conversation_b is not a conversation',
      code: 'not-conversation',
      values: { field: 'conversation_b' },
    },
  ]);
  expect(await take('arena-33k', file)).toMatchObject({ imported: 1, skipped: 1, rejectedCount: 3 });
  expect(await take('arena-33k', file)).toMatchObject({ imported: 0, skipped: 2, rejectedCount: 3 });
  expect(JSON.parse(await exportText('baijia'))).toMatchObject({
    raterId: 'import:arena-33k:arena_user_1',
    allBad: true,
    mode: 'blind',
    createdAt: '2023-04-24T15:50:48.300Z',
  });
});

test('a row that contradicts the log is told with its line and rule, wherever the server finds out', async () => {
  const whole = sampleRecord('whole', { prompt: 'Hi', answers: ['a', 'b'], ranking: [[0], [1]] });
  const second = sampleRecord('second', { prompt: 'Hi', answers: ['a', 'b'], ranking: [[1], [0]] });
  const file = [
    whole,
    // A comparison that is new, with a lane that another one has already.
    { ...second, lanes: whole.lanes },
    { ...second, id: sampleId('long'), durationMs: 2 ** 40 },
    second,
  ];
  const text = file.map((record) => JSON.stringify(record)).join('\n');
  expect(await take('baijia', text)).toMatchObject({
    imported: 2,
    rejected: [
      { line: 2, code: 'contradiction', values: { rule: 'lanes_pkey' } },
      { line: 3, code: 'contradiction', values: { rule: 'ERR_OUT_OF_RANGE' } },
    ],
  });
  expect(await inTransaction((tx) => countDifferences(tx))).toBe(0);
  const [row] = await withDatabase((db) => db.execute('select count(*)::int as n from search_pending'));
  expect(row?.n).toBe(2);
});

test('imported ballots stay off the leaderboard unless they are to count, and train all the same', async () => {
  await take('arena-33k', arena33k('1', { winner: 'model_a' }), { counts: false });
  const counted = () => withDatabase((db) => db.execute('select count(*)::int as n from pair_counts'));
  expect((await counted())[0]?.n).toBe(0);
  expect(JSON.parse(await exportText('trl-preference'))).toMatchObject({ chosen: [{ content: 'a' }] });
  await take('arena-33k', arena33k('2', { winner: 'model_b' }), { counts: true });
  expect(Number((await counted())[0]?.n)).toBeGreaterThan(0);
});

test('what was imported off the leaderboard can be taken in later, and out again', async () => {
  await take('arena-33k', arena33k('1', { winner: 'model_a' }), { counts: false });
  const counted = async () => {
    const [row] = await withDatabase((db) => db.execute('select sum(wins_a)::int as n from pair_counts'));
    return Number(row?.n);
  };
  const before = await exportText('baijia');
  const change = { kind: 'include', value: 'imported' } as const;
  const input = bulkInputSchema.parse({ filter: { excluded: 'imported' }, change });
  const { actionId, changed } = await changeBallots(localRater, input);
  expect(changed).toBe(1);
  expect(await counted()).toBeGreaterThan(0);
  expect(JSON.parse(await exportText('baijia')).exclusions).toEqual([]);
  await undoAction(localRater, actionId ?? '');
  expect(await counted()).toBe(0);
  const [{ reason }] = JSON.parse(await exportText('baijia')).exclusions;
  expect(reason).toBe('imported');
  expect(await exportText('trl-preference')).toContain('chosen');
  expect(JSON.parse(before).exclusions).toMatchObject([{ reason, source: 'import:arena-33k' }]);
});

test('the other published forms', async () => {
  const csv = `id,model_a,model_b,prompt,response_a,response_b,winner_model_a,winner_model_b,winner_tie
30192,gpt-4,mixtral,"[""one"",""two""]","[""a"",""b""]","[""c"",null]",1,0,0
`;
  expect(await take('arena-55k', csv)).toMatchObject({ imported: 1, rejectedCount: 0 });
  const judged = JSON.stringify({
    ...JSON.parse(arena33k('81', { winner: 'model_b', turn: 1, judge: 'expert_1' })),
    question_id: 81,
  });
  expect(await take('mt-bench', `${judged}\n`)).toMatchObject({ imported: 1, rejectedCount: 0 });
  const state = (model: string, answer: string) => ({
    conv_id: model,
    model_name: model,
    messages: [
      ['USER', 'Hi'],
      ['ASSISTANT', answer],
    ],
  });
  const vote = JSON.stringify({
    tstamp: 1700000000.5,
    type: 'leftvote',
    models: ['', ''],
    states: [state('x', '1'), state('y', '2')],
    ip: '',
  });
  const chat = JSON.stringify({ tstamp: 1, type: 'chat', model: 'x', state: state('x', '1') });
  expect(await take('fastchat-log', `${chat}\n${vote}`)).toMatchObject({
    imported: 1,
    ignored: 1,
    rejectedCount: 0,
  });
  const message = (id: string, parentId: string | null, role: string, content: string, model?: string) => ({
    id,
    parentId,
    role,
    content,
    model,
  });
  const feedback = {
    id: 'f1',
    user_id: 'u1',
    data: {
      rating: 1,
      model_id: 'llama',
      sibling_model_ids: ['qwen'],
      comment: 'good',
      details: { rating: 10 },
    },
    meta: { message_id: 'm2' },
    snapshot: {
      chat: {
        chat: {
          history: {
            messages: {
              m1: message('m1', null, 'user', 'Hi'),
              m2: message('m2', 'm1', 'assistant', 'yes', 'llama'),
              m3: message('m3', 'm1', 'assistant', 'no', 'qwen'),
            },
          },
        },
      },
    },
    created_at: 1700000000,
  };
  expect(await take('open-webui', JSON.stringify([feedback]))).toMatchObject({
    imported: 1,
    rejectedCount: 0,
  });
  const rows = (await exportText('trl-preference'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows.map((row) => `${row.chosen[0].content}>${row.rejected[0].content}`).sort()).toEqual([
    '1>2',
    'b>a',
    'yes>no',
  ]);
  expect(await exportText('trl-kto')).toContain('"label":true');
});
