import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { exportFormats } from '#lib/preferences/export/export-formats.ts';
import { ExportWriter } from '#lib/preferences/export/export-writer.ts';
import { formatDocs } from '#lib/preferences/export/format-docs.ts';
import { type ExportFormatName, exportFormatNames } from '#lib/preferences/export/format-names.ts';
import type { LogRecord } from '#lib/preferences/export/log-record.ts';
import { sampleRecord } from '#lib/preferences/export/testing/sample-records.ts';

const folder = join(import.meta.dirname, '../../../docs/formats');

function exportOf(
  name: ExportFormatName,
  records: readonly LogRecord[],
  personalData: 'keep' | 'mask' | 'leave-out' = 'keep',
) {
  const writer = new ExportWriter(exportFormats[name], { personalData, pseudonymOf: () => 'rater-1' });
  const text = writer.header() + records.map((record) => writer.write(record)).join('');
  return {
    text,
    tally: writer.tally,
    rows:
      name === 'csv'
        ? []
        : text
            .split('\n')
            .slice(0, -1)
            .map((line) => JSON.parse(line)),
  };
}

test('docs/formats is current: node lib/preferences/export/build-format-docs.ts', () => {
  for (const [name, content] of formatDocs()) {
    const written = readFileSync(join(folder, name), 'utf8');
    const isSchema = name.endsWith('.json');
    expect(isSchema ? JSON.parse(written) : written, name).toEqual(isSchema ? JSON.parse(content) : content);
  }
});

test.each(exportFormatNames.filter((name) => name !== 'csv'))(
  'the documented rows of %s satisfy its schema',
  (name) => {
    const schema = z.fromJSONSchema(JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8')));
    const lines = readFileSync(join(folder, `example-${name}.jsonl`), 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      const row: unknown = JSON.parse(line);
      expect(schema.safeParse(row).success).toBe(true);
      expect(schema.safeParse({ ...(row as object), surplus: 1 }).success).toBe(false);
    }
  },
);

const pair = sampleRecord('x', {
  prompt: 'What color is the sky?',
  answers: ['It is blue.', 'It is green.'],
  ranking: [[0], [1]],
  strength: 3,
});

// The records of TRL's, OpenAI's and LLaMA-Factory's own documentation.
test('a pair reads as each trainer documents it', () => {
  const user = { role: 'user', content: 'What color is the sky?' };
  const blue = { role: 'assistant', content: 'It is blue.' };
  const green = { role: 'assistant', content: 'It is green.' };
  expect(exportOf('trl-preference', [pair]).rows).toEqual([
    { prompt: [user], chosen: [blue], rejected: [green], margin: 3 },
  ]);
  expect(exportOf('trl-preference-implicit', [pair]).rows).toEqual([
    { chosen: [user, blue], rejected: [user, green], margin: 3 },
  ]);
  expect(exportOf('openai-dpo', [pair]).rows).toEqual([
    {
      input: { messages: [user], tools: [], parallel_tool_calls: true },
      preferred_output: [blue],
      non_preferred_output: [green],
    },
  ]);
  expect(exportOf('llama-factory', [pair]).rows).toEqual([
    {
      system: '',
      conversations: [{ from: 'human', value: 'What color is the sky?' }],
      chosen: { from: 'gpt', value: 'It is blue.' },
      rejected: { from: 'gpt', value: 'It is green.' },
    },
  ]);
  expect(exportOf('trl-kto', [pair])).toMatchObject({ rows: [], tally: { leftOut: { 'not-rated': 2 } } });
  expect(exportOf('trl-sft', [pair])).toMatchObject({ rows: [], tally: { leftOut: { 'no-ideal': 1 } } });
});

test('a ranking of many becomes pairs, strength speaks of its first place, ties are counted', () => {
  const four = sampleRecord('four', {
    prompt: 'p',
    answers: ['a', 'b', 'c', 'd'],
    ranking: [[2], [0, 3], [1]],
    strength: 2,
  });
  const { rows, tally } = exportOf('trl-preference', [four]);
  expect(rows.map((row) => `${row.chosen[0].content}>${row.rejected[0].content} ${row.margin}`)).toEqual([
    'c>a 2',
    'c>d 2',
    'c>b 2',
    'a>b 0',
    'd>b 0',
  ]);
  expect(tally).toMatchObject({ ballots: 1, rows: 5, leftOut: { tied: 1 } });
  expect(exportOf('arena', [four]).rows.map((row) => row.winner)).toEqual([
    'model_a',
    'model_b',
    'tie',
    'model_b',
    'model_b',
    'model_a',
  ]);
});

test('all bad: a row where the format has a word for it, else counted', () => {
  const bad = sampleRecord('bad', { prompt: 'p', answers: ['a', 'b'], ranking: [], allBad: true });
  expect(exportOf('arena', [bad]).rows.map((row) => row.winner)).toEqual(['both_bad']);
  expect(exportOf('trl-preference', [bad]).tally).toMatchObject({ rows: 0, leftOut: { 'all-bad': 1 } });
});

test('own answers are demonstrations, and better than the best answer given', () => {
  const own = sampleRecord('own', {
    prompt: 'p',
    answers: ['worse', 'best'],
    ranking: [[1], [0]],
    ratings: { 0: { ideal: 'mine' } },
    system: 'Be brief.',
    past: [{ prompt: 'before', answers: ['x', 'y'] }],
  });
  const pairs = exportOf('trl-preference', [own]);
  expect(pairs.rows.map((row) => [row.chosen[0].content, row.rejected[0].content])).toEqual([
    ['best', 'worse'],
    ['mine', 'best'],
  ]);
  expect(pairs.rows[0].prompt.map((one: { content: string }) => one.content)).toEqual([
    'Be brief.',
    'before',
    'y',
    'p',
  ]);
  expect(pairs.tally.mixedContexts).toBe(1);
  expect(exportOf('trl-sft', [own]).rows[0].messages.map((one: { content: string }) => one.content)).toEqual([
    'Be brief.',
    'before',
    'x',
    'p',
    'mine',
  ]);
});

test('KTO labels come from thumbs, else from overall ratings, never from the ranking', () => {
  const rated = sampleRecord('rated', {
    prompt: 'p',
    answers: ['a', 'b', 'c', 'd', 'e'],
    ranking: [[4], [0, 1, 2, 3]],
    ratings: { 0: { thumb: 'down', overall: 7 }, 1: { overall: 5 }, 2: { overall: 4 }, 3: { overall: 3 } },
  });
  const { rows, tally } = exportOf('trl-kto', [rated]);
  expect(rows.map((row) => [row.completion[0].content, row.label])).toEqual([
    ['a', false],
    ['b', true],
    ['d', false],
  ]);
  expect(tally.leftOut).toEqual({ neutral: 1, 'not-rated': 1 });
});

test('an answer that says nothing trains nothing, and is counted', () => {
  const silent = sampleRecord('silent', {
    prompt: 'p',
    answers: ['a', ' ', 'c'],
    ranking: [[0], [1], [2]],
    ratings: { 0: { thumb: 'up' }, 1: { thumb: 'down' }, 2: { thumb: 'up' } },
  });
  const [, , last] = silent.lanes;
  if (last) last.response.status = 'stopped';
  expect(exportOf('trl-preference', [silent]).tally).toMatchObject({
    rows: 1,
    leftOut: { 'empty-answer': 2 },
  });
  expect(exportOf('trl-kto', [silent]).tally).toMatchObject({
    rows: 1,
    leftOut: { 'empty-answer': 1, unfinished: 1 },
  });
  const unsaid = sampleRecord('unsaid', {
    prompt: 'p',
    answers: ['', ''],
    ranking: [],
    allBad: true,
    ratings: { 0: { ideal: 'mine' } },
  });
  expect(exportOf('openai-dpo', [unsaid]).tally).toMatchObject({
    rows: 0,
    leftOut: { 'all-bad': 1, 'empty-answer': 1 },
  });
});

test('csv: tags, note and reasons of several words can be told apart', () => {
  const at = pair.createdAt;
  const marked = {
    ...pair,
    tags: ['to do', '一'].map((tag) => ({ tag, raterId: 'local', createdAt: at })),
    note: { text: '=look', raterId: 'local', createdAt: at },
    exclusions: ['off topic', 'too-fast'].map((reason) => ({ reason, source: 'hand', createdAt: at })),
  };
  const [row] = parse(exportOf('csv', [marked]).text, { bom: true, columns: true }) as Record<
    string,
    string
  >[];
  expect(row).toMatchObject({ tags: 'to do; 一', note: "'=look", excluded: 'off topic; too-fast' });
});

test('ballots that do not count are left out of training files and kept elsewhere', () => {
  const out = { ...pair, exclusions: [{ reason: 'suspicious', source: 'test', createdAt: pair.createdAt }] };
  expect(exportOf('trl-preference', [out]).tally).toMatchObject({ rows: 0, leftOut: { excluded: 1 } });
  expect(exportOf('csv', [out]).tally.rows).toBe(2);
  expect(exportOf('baijia', [out]).tally.rows).toBe(1);
});

test('personal data is masked or left out, and counted', () => {
  const told = sampleRecord('told', {
    prompt: 'Write to ann@example.org or +86 138 1234 5678, key sk-proj-abcdefghijklmnopqrstuv',
    answers: ['Call 13812345678.', 'On 2026-11-23 at 12:30, 3.14159265358979, id 12345678901234567890'],
    ranking: [[0], [1]],
  });
  const masked = exportOf('trl-preference', [told, pair], 'mask');
  expect(masked.rows[0].prompt[0].content).toBe('Write to [EMAIL] or [PHONE], key [KEY]');
  expect(masked.rows[0].chosen[0].content).toBe('Call [PHONE].');
  expect(masked.rows[0].rejected[0].content).toContain(
    '2026-11-23 at 12:30, 3.14159265358979, id 12345678901234567890',
  );
  expect(masked.tally).toMatchObject({ rows: 2, personalData: { email: 1, phone: 2, key: 1 } });
  const without = exportOf('trl-preference', [told, pair], 'leave-out');
  expect(without.tally).toMatchObject({ rows: 1, leftOut: { 'personal-data': 1 } });
});

test('what a server said of a failure is masked too', () => {
  const { lanes } = pair;
  const refused = lanes.map((lane) => ({
    ...lane,
    response: { ...lane.response, errorMessage: 'Incorrect key: sk-proj-abcdefghijklmnopqrstuv' },
  }));
  const { text } = exportOf('baijia', [{ ...pair, lanes: refused }], 'mask');
  expect(text).toContain('Incorrect key: [KEY]');
  expect(text).not.toContain('sk-proj');
});

test('the search for personal data takes a hostile megabyte in its stride', () => {
  for (const piece of ['a', '1', '1-', 'a.', '@', 'a@', 'eyJ', '+1 ', '-----BEGIN PRIVATE KEY-----', 'sk-']) {
    const long = sampleRecord('long', {
      prompt: 'p',
      answers: [piece.repeat(1_000_000 / piece.length), 'b'],
      ranking: [[0], [1]],
    });
    const start = performance.now();
    exportOf('trl-preference', [long], 'mask');
    expect(performance.now() - start, piece).toBeLessThan(10_000);
  }
});

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\uD800',
    '😀👩‍👩‍👧',
    '百家争鸣',
    'שלום עולם',
    '```js\nlet a = "b";\n```',
    '=cmd|x',
    '+1',
    '-1',
    '@a',
    '"',
    '\r\n',
    'a,b',
  ),
);
const groups = fc.constantFrom<readonly (readonly number[])[]>(
  [[0], [1]],
  [[1], [0]],
  [[0, 1]],
  [],
  [[1]],
  [[2], [0, 1]],
  [[0], [1], [2]],
);
const samples = fc.record({
  prompt: words,
  answers: fc.array(words, { minLength: 3, maxLength: 5 }),
  ranking: groups,
  strength: fc.constantFrom(null, 1 as const, 3 as const),
  ratings: fc.constantFrom({}, { 0: { thumb: 'up' as const } }, { 1: { overall: 2, ideal: 'mine' } }),
  comment: fc.option(words),
  system: fc.option(words),
  past: fc.array(fc.record({ prompt: words, answers: fc.array(words, { minLength: 3, maxLength: 5 }) }), {
    maxLength: 2,
  }),
});

test.each(exportFormatNames.filter((name) => name !== 'csv'))(
  '%s: whatever was judged, every row satisfies the schema and says the same twice',
  (name) => {
    const schema = z.fromJSONSchema(JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8')));
    fc.assert(
      fc.property(samples, fc.boolean(), (sample, masks) => {
        const record = sampleRecord('any', sample);
        const once = exportOf(name, [record], masks ? 'mask' : 'keep');
        for (const row of once.rows) {
          const parsed = schema.safeParse(row);
          expect(parsed.error?.issues ?? []).toEqual([]);
        }
        expect(digest(exportOf(name, [record], masks ? 'mask' : 'keep').text)).toBe(digest(once.text));
      }),
      { numRuns: 40 },
    );
  },
);

test.each(exportFormatNames)('%s takes an answer of a megabyte', (name) => {
  const answer = '长 long 😀 '.repeat(80_000);
  const record = sampleRecord('long', {
    prompt: 'p',
    answers: [answer, 'short'],
    ranking: [[0], [1]],
    ratings: { 0: { thumb: 'up', ideal: 'mine' } },
  });
  const { text, tally } = exportOf(name, [record]);
  expect(tally.rows).toBeGreaterThan(0);
  if (name !== 'trl-sft') expect(text).toContain(answer);
});

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

test('csv: a reader gets every cell back, and none of them is a formula', () => {
  fc.assert(
    fc.property(samples, (sample) => {
      const record = sampleRecord('any', sample);
      const { text } = exportOf('csv', [record]);
      const rows: Record<string, string>[] = parse(text, {
        columns: true,
        bom: true,
        record_delimiter: '\r\n',
      });
      expect(rows).toHaveLength(sample.answers.length);
      for (const [index, row] of rows.entries()) {
        expect(row.answer?.replace(/^'/, '')).toBe(sample.answers[index]?.replace(/^'/, '').toWellFormed());
        for (const cell of Object.values(row)) expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/);
      }
    }),
    { numRuns: 40 },
  );
});

test('csv: says which costs are estimated, by a price list or by the length of the text', () => {
  const record = sampleRecord('costs', {
    prompt: 'p',
    answers: ['a', 'b', 'c', 'd'],
    ranking: [[0], [1, 2, 3]],
  });
  const usage = { inputTokens: 1, outputTokens: 1, reasoningTokens: 0 };
  const costs = [
    { costUsd: 0.1, costSource: null, usage: { ...usage, estimated: false } },
    { costUsd: 0.2, costSource: 'openrouter', usage: { ...usage, estimated: false } },
    { costUsd: 0.3, costSource: null, usage: { ...usage, estimated: true } },
    { costUsd: null },
  ];
  const lanes = record.lanes.map((lane, index) => ({
    ...lane,
    response: { ...lane.response, ...costs[index] },
  }));
  const { text } = exportOf('csv', [{ ...record, lanes }]);
  const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
  expect(rows.map((row) => [row.cost_usd, row.cost_estimated])).toEqual([
    ['0.1', 'false'],
    ['0.2', 'true'],
    ['0.3', 'true'],
    ['', ''],
  ]);
});
