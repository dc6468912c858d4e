import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'baijia-rate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function baijia(args: string[], input?: string | Buffer) {
  const child = spawn(process.execPath, ['cli/baijia.ts', ...args]);
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { output, errors, code };
}

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const votes = [
  ...Array.from({ length: 6 }, () => ({ model_a: '文心"一言"', model_b: 'b, large', winner: 'model_a' })),
  ...Array.from({ length: 3 }, () => ({ model_a: 'b, large', model_b: '文心"一言"', winner: 'model_a' })),
  { model_a: 'c', model_b: 'b, large', winner: 'tie (bothbad)' },
  { model_a: 'c', model_b: 'b, large', winner: 'model_b' },
];
const csvField = (value: string) => `"${value.replaceAll('"', '""')}"`;
const csv = [
  'model_a,model_b,winner',
  ...votes.map((vote) => Object.values(vote).map(csvField).join(',')),
].join('\r\n');
const jsonl = votes.map((vote) => JSON.stringify(vote)).join('\n');

type Printed = { rows: { id: string; name: string; rating: number }[]; counts: object; digest: string };
const parse = (output: string) => JSON.parse(output) as Printed;

describe('baijia rate', () => {
  test('reads CSV, JSON Lines and a JSON array, plain or gzip, from a file or standard input, to the same board', async () => {
    const forms: [string, string | Buffer][] = [
      ['a.csv', csv],
      ['a.jsonl', `\ufeff${jsonl}\n\n`],
      ['a.json', JSON.stringify(votes)],
      ['b.json', ` ${JSON.stringify(votes, null, 2)}\n`],
      ['a.csv.gz', gzipSync(csv)],
    ];
    const runs = await Promise.all([
      ...forms.map(([name, content]) => baijia(['rate', write(name, content), '--json'])),
      baijia(['rate', '-', '--json'], jsonl),
    ]);
    const boards = runs.map(({ output, errors, code }) => {
      expect({ errors, code }).toEqual({ errors: '', code: 0 });
      return parse(output);
    });
    for (const board of boards) expect(board).toEqual(boards[0]);
    expect(boards[0]?.rows.map(({ name }) => name)).toEqual(['文心"一言"', 'b, large', 'c']);
    expect(boards[0]?.counts).toEqual({ votes: 11, ignored: 0, skipped: 0 });
  });

  test('prints a table whose columns line up, wide signs counted', async () => {
    const { output } = await baijia(['rate', '-', '--anchor', 'b, large=1200'], jsonl);
    expect(output.split('\n').slice(0, 5)).toMatchInlineSnapshot(`
      [
        "Rank  Model       Rating    95 % interval  Rank span  Wins  Losses  Ties  Battles  P(> next)",
        "────  ──────────  ──────  ───────────────  ─────────  ────  ──────  ────  ───────  ─────────",
        "   1  文心"一言"  1320.4  1127.5 … 1513.3        1–3     6       3     0        9      0.837",
        "   1  b, large    1200.0  1066.2 … 1333.8        1–3     4       6     1       11      0.878",
        "   1  c           1009.2   780.6 … 1237.7        1–3     0       1     1        2          –",
      ]
    `);
    expect(output).toContain('b, large is set to 1200');
  });

  test('names the line of a bad row, or leaves it out and says how many', async () => {
    const bad = write('bad.jsonl', `${jsonl}\nnonsense\n{"model_a": "x"}\n`);
    const stopped = await baijia(['rate', bad]);
    expect(stopped).toMatchObject({ code: 1, output: '' });
    expect(stopped.errors).toContain('line 12: not valid JSON: nonsense');
    const going = await baijia(['rate', bad, '--skip-bad', '--json']);
    expect(going.code).toBe(0);
    expect(going.errors).toBe(
      'baijia rate: left out 2 bad rows, the first: line 12: not valid JSON: nonsense\n',
    );
    expect(parse(going.output).counts).toMatchObject({ skipped: 2 });
    const uneven = await baijia(['rate', '-'], 'model_a,model_b,winner\na,b,model_a\na,b\n');
    expect(uneven.errors).toContain('line 3: 2 fields where the header has 3');
    const array = await baijia(['rate', '-'], `[\n${JSON.stringify(votes[0])},\n{"model_a": 7}\n]`);
    expect(array.errors).toContain('line 3: model_a is missing');
    const open = await baijia(['rate', '-'], `[${JSON.stringify(votes[0])},\n`);
    expect(open).toMatchObject({ code: 1, errors: 'baijia rate: line 2: the array does not end\n' });
  });

  test('fails with 1 and says why', async () => {
    const missing = await baijia(['rate', join(folder, 'missing.csv')]);
    expect(missing).toMatchObject({ code: 1, output: '' });
    expect(missing.errors).toContain('there is no file');
    expect(await baijia(['rate', '-'], '')).toMatchObject({
      code: 1,
      errors: 'baijia rate: no battles in -\n',
    });
    const broken = await baijia(['rate', '-'], gzipSync(csv).subarray(0, 40));
    expect(broken.code).toBe(1);
    expect(broken.errors).toContain('gzip data is damaged');
    const anchor = await baijia(['rate', '-', '--anchor', 'nobody=1'], jsonl);
    expect(anchor).toMatchObject({ code: 1 });
    expect(anchor.errors).toContain('nobody');
  });

  test('fails with 2 for a call that makes no sense, and explains itself', async () => {
    for (const call of [['nonsense'], ['rate', '-', '--ties', 'maybe']]) {
      const { code, output, errors } = await baijia(call);
      expect({ code, output }).toEqual({ code: 2, output: '' });
      expect(errors).toContain(call.at(-1));
    }
    expect(await baijia(['--help'])).toMatchObject({ code: 0, errors: '' });
    expect((await baijia(['rate', '--help'])).output).toContain('--ties POLICY');
  });
});
