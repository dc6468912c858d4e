import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { documentedRecords } from '#lib/preferences/export/testing/sample-records.ts';
import { previewImport } from '#lib/preferences/import/preview-import.ts';

async function* once(bytes: Uint8Array) {
  yield bytes;
}
const preview = (text: string | Uint8Array, format?: 'mt-bench') =>
  previewImport(once(Buffer.from(text)), format);

const conversation = (answer: string) => [
  { role: 'user', content: 'Hi' },
  { role: 'assistant', content: answer },
];
const battle = {
  model_a: 'x',
  model_b: 'y',
  winner: 'model_b',
  conversation_a: conversation('1'),
  conversation_b: conversation('2'),
};
const arena33k = { question_id: 'q', judge: 'j', tstamp: 1_700_000_000, turn: 1, ...battle };

test('the format is known by its fields, and rows are shown as what they become', async () => {
  const found = await preview(
    `${JSON.stringify(arena33k)}\n${JSON.stringify({ ...arena33k, winner: '?' })}\n{\n${JSON.stringify(arena33k)}\n`,
  );
  expect(found).toMatchObject({
    format: 'arena-33k',
    fields: ['question_id', 'judge', 'tstamp', 'turn', ...Object.keys(battle)],
    rows: [
      {
        line: 1,
        prompt: 'Hi',
        models: ['x', 'y'],
        winners: ['y'],
        outcome: 'win',
        raterId: 'import:arena-33k:j',
      },
      { line: 4 },
    ],
    rejected: [
      { line: 2, code: 'unknown-winner' },
      { line: 3, code: 'not-json' },
    ],
  });
  expect((await preview(JSON.stringify([{ id: 'i', ...battle }]))).format).toBe('arena-140k');
  expect((await preview(JSON.stringify({ ...arena33k, tstamp: undefined }))).format).toBe('mt-bench');
  expect((await preview(JSON.stringify(arena33k), 'mt-bench')).format).toBe('mt-bench');
  expect((await preview('a,b\n1,2\n')).format).toBeNull();
  const log = documentedRecords.map((record) => JSON.stringify(record)).join('\n');
  expect(await preview(log)).toMatchObject({
    format: 'baijia',
    rows: [{}, { turns: 2 }, { outcome: 'all-bad' }],
  });
});

test('the head of a longer file is enough, plain, gzipped or one JSON array', async () => {
  // Digests, because what repeats itself is one block for gzip, and a block is whole or not there.
  const judgeOf = (index: number) => createHash('sha512').update(`${index}`).digest('hex');
  const rows = Array.from({ length: 300 }, (_, index) => ({ ...arena33k, judge: judgeOf(index) }));
  const lines = rows.map((row) => JSON.stringify(row)).join('\n');
  const few = lines.slice(0, 2_000);
  const array = JSON.stringify(rows).slice(0, 2_000);
  const zipped = gzipSync(lines);
  for (const head of [few, array, zipped.subarray(0, Math.ceil(zipped.length * 0.8))]) {
    const { rows: shown, rejected } = await preview(head);
    expect(shown.length).toBeGreaterThan(2);
    expect(rejected).toEqual([]);
  }
  await expect(preview('[')).rejects.toThrow('does not end');
  await expect(preview(zipped.subarray(0, 20))).rejects.toThrow('breaks off');
});
