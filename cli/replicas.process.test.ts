import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiTalk } from '#cli/testing/api-talk.ts';
import { removeData, type Started, spawnStart } from '#cli/testing/spawn-start.ts';
import { type EmbeddedServer, startEmbeddedServer } from '#db/embedded-server.ts';
import { type FakeEndpoint, startFakeEndpoint } from '#e2e/fake-endpoint/start-fake-endpoint.ts';

// Two real programs over one database.
const slow = 300_000;
const programs: Started[] = [];
let fake: FakeEndpoint;
let server: EmbeddedServer;
let folder: string;

beforeAll(async () => {
  fake = await startFakeEndpoint();
  folder = await mkdtemp(join(tmpdir(), 'baijia-replicas-'));
  server = await startEmbeddedServer({ folder, durable: false });
  const shared = { DATABASE_URL: server.url, BAIJIA_SECRET: '0'.repeat(64), DRAIN_SECONDS: '0' };
  // One after the other: copies of one tree take turns building.
  for (let index = 0; index < 2; index += 1) {
    const program = await spawnStart(shared);
    programs.push(program);
    await program.ready;
  }
}, slow);

afterAll(async () => {
  for (const program of programs) {
    program.child.kill('SIGTERM');
    await program.ended;
    await removeData(program);
  }
  await server.stop();
  await fake.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 20 });
});

function talk(index: number): ApiTalk {
  return new ApiTalk(programs[index]?.url ?? '');
}

test('a turn of one process is followed in another, and has the same words there', {
  timeout: slow,
}, async () => {
  const asked = await talk(0).ask(
    await talk(0).compare(await talk(0).addEndpoint(fake.url, 'story-400-100')),
  );
  await asked.until(() => asked.hasText());
  const elsewhere = await talk(1).follow(asked.view.turnId);
  await elsewhere.until(() => elsewhere.growth.length >= 3);
  expect(await Promise.all([asked.ended, elsewhere.ended])).toEqual([true, true]);
  expect(elsewhere.view.lanes).toEqual(asked.view.lanes);
});

test('a stop given to another process closes the connection to the server', {
  timeout: slow,
}, async () => {
  const endpointId = await talk(0).addEndpoint(fake.url, 'drip');
  for (let round = 0; round < 3; round += 1) {
    const asked = await talk(0).ask(await talk(0).compare(endpointId, endpointId));
    await asked.until(() => asked.hasText());
    const upstream = fake.requests.slice(-2);
    const [laneId = '', otherId = ''] = Object.keys(asked.view.lanes);
    await talk(1).send('POST', `/turns/${asked.view.turnId}/stop`, { laneId });
    await Promise.race(upstream.map(({ closed }) => closed));
    expect(asked.view.lanes[otherId]?.status).toBe('streaming');
    await talk(1).send('POST', `/turns/${asked.view.turnId}/stop`, {});
    expect(await asked.ended).toBe(true);
    expect(Object.values(asked.view.lanes).map((lane) => lane.status)).toEqual(['stopped', 'stopped']);
  }
});
