import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { getSettings, parseSettings, publishToEnvironment, SettingsError } from '#lib/settings.ts';

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    parseSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

test('needs nothing to be set', () => {
  expect(parseSettings({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDirectory: resolve('.data'),
    databaseUrl: undefined,
    databaseDirectUrl: undefined,
    secret: undefined,
    drainSeconds: 20,
    maxConcurrentLanes: 500,
    allowPrivateAddresses: true,
    allowedHosts: [],
    battlePace: 400,
    fetchesLiveFacts: true,
  });
});

test('takes an empty setting for one that is not set', () => {
  expect(parseSettings({ PORT: '', HOST: ' ', DATABASE_URL: '' })).toEqual(parseSettings({}));
});

test('reads what is set', () => {
  const hex = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff';
  const url = 'postgres://me:secret@db.example:5432/baijia';
  const settings = parseSettings({
    PORT: '4000',
    HOST: '::1',
    DATA_DIR: '/srv/baijia',
    DATABASE_URL: url,
    BAIJIA_SECRET: hex,
    DRAIN_SECONDS: '0',
    MAX_CONCURRENT_LANES: '8',
    PRIVATE_ADDRESSES: 'refuse',
    ALLOWED_HOSTS: 'GPU.lan, 10.1.0.0/16,fd12::/16, 192.168.1.7',
    LIVE_FACTS: 'off',
    BATTLE_PACE: '1200',
  });
  expect(settings).toMatchObject({
    port: 4000,
    host: '::1',
    dataDirectory: '/srv/baijia',
    databaseDirectUrl: url,
    drainSeconds: 0,
    maxConcurrentLanes: 8,
    allowPrivateAddresses: false,
    allowedHosts: ['gpu.lan', '10.1.0.0/16', 'fd12::/16', '192.168.1.7'],
    fetchesLiveFacts: false,
    battlePace: 1200,
  });
  expect(Buffer.from(settings.secret ?? []).toString('hex')).toBe(hex);
  const base64 = Buffer.from(hex, 'hex').toString('base64');
  expect(parseSettings({ BAIJIA_SECRET: base64 }).secret).toEqual(settings.secret);
});

test.each([
  ['MAX_CONCURRENT_LANES', '0'],
  ['MAX_CONCURRENT_LANES', 'many'],
  ['BATTLE_PACE', '9'],
  ['BATTLE_PACE', 'fast'],
  ['PRIVATE_ADDRESSES', 'yes'],
  ['ALLOWED_HOSTS', '10.0.0.0/33'],
  ['ALLOWED_HOSTS', 'http://10.0.0.1'],
  ['ALLOWED_HOSTS', 'a,,b'],
  ['PORT', 'eighty'],
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '80.5'],
  ['PORT', '-1'],
  ['HOST', '0.0.0.0'],
  ['HOST', '192.168.1.4'],
  ['HOST', '127.0.0.1.example.org'],
  ['HOST', '::'],
  ['DATABASE_URL', 'mysql://localhost/baijia'],
  ['DATABASE_URL', 'not a url'],
  ['DATABASE_DIRECT_URL', 'http://localhost'],
  ['BAIJIA_SECRET', 'too-short'],
  ['BAIJIA_SECRET', 'g'.repeat(64)],
  ['BAIJIA_SECRET', `${'A'.repeat(43)}!`],
  ['DRAIN_SECONDS', 'soon'],
  ['DRAIN_SECONDS', '3601'],
])('names a wrong %s: %s', (name, value) => {
  const problems = problemsOf({ [name]: value });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^${name} must `));
});

test('names every wrong setting at once and repeats no secret', () => {
  const environment = {
    PORT: 'eighty',
    HOST: '0.0.0.0',
    DATABASE_URL: 'mysql://me:hunter2@db',
    BAIJIA_SECRET: 'swordfish',
    DRAIN_SECONDS: '-5',
  };
  const problems = problemsOf(environment);
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual(Object.keys(environment));
  expect(problems.join('\n')).not.toMatch(/hunter2|swordfish/);
});

test('wants the pooled URL where a direct one is given', () => {
  expect(problemsOf({ DATABASE_DIRECT_URL: 'postgres://localhost/baijia' })).toEqual([
    'DATABASE_DIRECT_URL needs DATABASE_URL to be set as well.',
  ]);
});

test('sees what the launcher publishes, also after a first look', () => {
  const before = getSettings().drainSeconds;
  publishToEnvironment({ DRAIN_SECONDS: '7' });
  expect(getSettings().drainSeconds).toBe(7);
  publishToEnvironment({ DRAIN_SECONDS: String(before) });
});
