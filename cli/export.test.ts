import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getDatabaseUrl } from '#db/client.ts';
import { putBallot } from '#db/queries/ballots.ts';
import { addAnsweredTurn, localRater } from '#db/testing/rows.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { ballotInputSchema } from '#lib/preferences/ballot-schema.ts';
import { getEnvironment } from '#lib/settings.ts';

setUpTestDatabase();

const folder = mkdtempSync(join(tmpdir(), 'baijia-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function baijia(...args: string[]) {
  return spawnSync(process.execPath, ['cli/baijia.ts', ...args], {
    encoding: 'utf8',
    env: { ...getEnvironment(), DATABASE_URL: getDatabaseUrl(), DATA_DIR: folder },
  });
}

beforeAll(async () => {
  const { turn, laneIds } = await addAnsweredTurn({ prompt: '你好' });
  const [a = '', b = ''] = laneIds;
  await putBallot(localRater, turn.id, ballotInputSchema.parse({ ranking: [[a, b]] }));
});

test('rows go to standard output, what happened to standard error', () => {
  const { status, stdout, stderr } = baijia('export', 'arena', '--outcome', 'tie');
  expect({ status, stderr }).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('1 rows from 1 ballots'),
  });
  expect(JSON.parse(stdout)).toMatchObject({ winner: 'tie', language: 'zh' });
});

test('a folder holds rows, README, manifest and what the loader wants', () => {
  const target = join(folder, 'set');
  expect(baijia('export', 'llama-factory', '--folder', target).status).toBe(0);
  const manifest = JSON.parse(readFileSync(join(target, 'manifest.json'), 'utf8'));
  const rows = readFileSync(join(target, 'data/train-00000.jsonl'));
  expect(manifest).toMatchObject({
    sha256: createHash('sha256').update(rows).digest('hex'),
    counts: { ballots: 1, rows: 0, leftOut: { tied: 1 } },
  });
  expect(
    JSON.parse(readFileSync(join(target, 'dataset_info.json'), 'utf8')).baijia_preferences.file_name,
  ).toBe('data');
  expect(readFileSync(join(target, 'README.md'), 'utf8')).toContain('- tied: 1');
  // A loader would take rows of two exports for those of one.
  expect(baijia('export', 'csv', '--folder', target)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('choose an empty folder'),
  });
});

test('what cannot be written is told in a line, and a reader that leaves is no failure', () => {
  const nowhere = join(folder, 'nowhere/rows.jsonl');
  expect(baijia('export', 'arena', '--out', nowhere)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^baijia export: .*rows\.jsonl cannot be written: ENOENT[^\n]*\n$/),
  });
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(baijia('export', 'arena', '--folder', join(file, 'set'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('cannot be written'),
  });
  const inShell = (rest: string) =>
    spawnSync('bash', ['-c', `set -o pipefail; "$NODE" cli/baijia.ts export csv ${rest}`], {
      encoding: 'utf8',
      env: { ...getEnvironment(), DATABASE_URL: getDatabaseUrl(), DATA_DIR: folder, NODE: process.execPath },
    });
  expect(inShell('| head -c 3')).toMatchObject({ status: 0, stdout: '\uFEFF' });
  if (existsSync('/dev/full')) {
    const { status, stderr } = inShell('> /dev/full');
    expect(status).toBe(1);
    expect(stderr).toContain('cannot be written: ENOSPC');
    expect(stderr).not.toContain('    at ');
  }
});

test('a wrong call is told and has its own exit code', () => {
  expect(baijia('export', 'parquet')).toMatchObject({ status: 2, stdout: '' });
  expect(baijia('export', 'csv', '--mode', 'sideways')).toMatchObject({ status: 2, stdout: '' });
  expect(baijia('export', '--help').stdout).toContain('baijia export arena | gzip');
});
