import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { getDatabaseUrl, inTransaction } from '#db/client.ts';
import { listEndpoints } from '#db/queries/endpoints.ts';
import { countDifferences } from '#db/queries/pair-counts.ts';
import { listPreferences } from '#db/queries/preferences.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { pageQuerySchema } from '#lib/page-schema.ts';
import { preferenceFilterSchema } from '#lib/preferences/log-schema.ts';
import { getEnvironment } from '#lib/settings.ts';

setUpTestDatabase();

const seed = (...args: string[]) =>
  spawnSync(process.execPath, ['cli/baijia.ts', 'seed', ...args], {
    encoding: 'utf8',
    env: { ...getEnvironment(), DATABASE_URL: getDatabaseUrl() },
  });

test('seeds an empty database once, in both languages, and tells the true strengths', async () => {
  const { status, stdout } = seed('--ballots', '400', '--endpoints', '5', '--raters', '3');
  expect(status).toBe(0);
  expect(JSON.parse(stdout).strengths.at(-1)).toEqual({ endpointId: 'seed-05', strength: 0.2 });
  const list = (filter: Record<string, string>) =>
    listPreferences(preferenceFilterSchema.parse(filter), pageQuerySchema.parse({ limit: 200 }));
  expect((await list({})).count).toEqual({ value: 400, exact: true });
  for (const filter of [{ language: 'zh' }, { language: 'en' }, { outcome: 'tie' }, { hasComment: 'true' }]) {
    expect((await list(filter)).count.value).toBeGreaterThan(0);
  }
  const [first] = (await list({ language: 'zh' })).data;
  expect(first?.turn.prompt).toMatch(/\p{Script=Han}/u);
  expect(await inTransaction(countDifferences)).toBe(0);
  // Battles go on with endpoints that answer.
  expect((await listEndpoints()).filter(({ enabled }) => enabled)).toEqual([]);
  expect(seed('--ballots', '10', '--add')).toMatchObject({ status: 1, stdout: '' });
});

test('a wrong call is told', () => {
  expect(seed('--ballots', 'many')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('--ballots'),
  });
});
