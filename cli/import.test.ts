import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { getDatabaseUrl } from '#db/client.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { documentedRecords } from '#lib/preferences/export/testing/sample-records.ts';
import { getEnvironment } from '#lib/settings.ts';

setUpTestDatabase();

function baijia(args: string[], input: string, url = getDatabaseUrl()) {
  return spawnSync(process.execPath, ['cli/baijia.ts', ...args], {
    encoding: 'utf8',
    input,
    env: { ...getEnvironment(), DATABASE_URL: url },
  });
}

test('what one pipe brings in, another takes out unchanged', () => {
  const log = documentedRecords.map((record) => `${JSON.stringify(record)}\n`).join('');
  const first = baijia(['import', 'baijia', '-'], `${log}{\n`);
  expect(first.status).toBe(0);
  expect(JSON.parse(first.stdout)).toMatchObject({ imported: 3, rejected: [{ line: 4 }] });
  const out = baijia(['export', 'baijia'], '').stdout;
  expect(JSON.parse(baijia(['import', 'baijia', '-'], out).stdout)).toMatchObject({
    imported: 0,
    skipped: 3,
  });
  expect(baijia(['export', 'baijia'], '').stdout).toBe(out);
});

test('a file of another format and a database that is away are told in one line', () => {
  const wrong = baijia(['import', 'arena-33k', '-'], '{"a":1}');
  expect(wrong).toMatchObject({ status: 1, stderr: expect.stringMatching(/^baijia import: no line .*\n$/) });
  const folder = baijia(['import', 'arena-33k', '.'], '');
  expect(folder).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^baijia import: \. cannot be read/),
  });
  const away = baijia(['import', 'arena-33k', '-'], '{"a":1}\n', 'postgres://a:b@127.0.0.1:9/c');
  expect(away).toMatchObject({ status: 1 });
  const gone = baijia(['export', 'arena'], '', 'postgres://a:b@127.0.0.1:9/c');
  expect(gone).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^baijia export: The database .*\n$/),
  });
});
