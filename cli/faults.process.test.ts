import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ApiTalk } from '#cli/testing/api-talk.ts';
import { removeData, type Started, spawnStart } from '#cli/testing/spawn-start.ts';
import { type EmbeddedServer, startEmbeddedServer } from '#db/embedded-server.ts';
import { type FakeEndpoint, startFakeEndpoint } from '#e2e/fake-endpoint/start-fake-endpoint.ts';

// The real program, and what may happen to it while answers come in.
const slow = 300_000;
const started: Started[] = [];
const folders: string[] = [];
let fake: FakeEndpoint;

beforeAll(async () => {
  fake = await startFakeEndpoint();
});
afterAll(() => fake.stop());
afterEach(async () => {
  // Two may share a folder: it goes when both are gone, and their database may take a moment longer.
  for (const { child } of started) child.kill('SIGKILL');
  await Promise.all(started.map(({ ended }) => ended));
  for (const one of started.splice(0)) {
    await removeData(one);
  }
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true, maxRetries: 20 });
});

async function start(environment: Record<string, string> = {}): Promise<Started & { api: ApiTalk }> {
  const one = await spawnStart(environment);
  started.push(one);
  await one.ready;
  return { ...one, api: new ApiTalk(one.url) };
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'baijia-faults-'));
  folders.push(folder);
  return folder;
}

test('killed while 20 turns run: every answer is complete or interrupted, and at most 2 s of text is lost', {
  timeout: slow,
}, async () => {
  const first = await start();
  const long = await first.api.addEndpoint(fake.url, 'story-4000-50');
  const short = await first.api.addEndpoint(fake.url, 'echo');
  const ids = await Promise.all(Array.from({ length: 20 }, () => first.api.compare(long, short)));
  const followers = await Promise.all(ids.map((id) => first.api.ask(id)));
  await Promise.all(followers.map((follower) => follower.until(() => follower.hasText())));
  await sleep(3500);
  first.child.kill('SIGKILL');
  const killedAt = performance.now();
  expect(await Promise.all(followers.map((follower) => follower.ended))).not.toContain(true);

  const second = await start({ DATA_DIR: first.dataDirectory });
  let interrupted = 0;
  for (const { view, growth } of followers) {
    const turn = await second.api.getTurn(view.turnId);
    expect(turn.status).toBe('complete');
    for (const { laneId, status, text } of turn.responses) {
      expect(['complete', 'interrupted']).toContain(status);
      if (status === 'interrupted') interrupted += 1;
      const seen = view.lanes[laneId]?.text ?? '';
      expect(text.startsWith(seen) || seen.startsWith(text)).toBe(true);
      const due = growth.findLast((one) => one.laneId === laneId && one.at < killedAt - 2000);
      expect(text.length).toBeGreaterThanOrEqual(due?.length ?? 0);
    }
  }
  expect(interrupted).toBe(20);
});

test('told to stop: takes no new turn, gives answers their time, stores the rest as interrupted, and ends', {
  timeout: slow,
}, async () => {
  const one = await start({ DRAIN_SECONDS: '3' });
  const { api } = one;
  const long = await api.addEndpoint(fake.url, 'drip');
  const short = await api.addEndpoint(fake.url, 'story-80-50');
  const other = await api.compare(short);
  const follower = await api.ask(await api.compare(long, short));
  await follower.until(() => follower.hasText());
  one.child.kill('SIGTERM');
  const toldAt = performance.now();
  while ((await api.send('GET', '/health/ready')).status === 200) await sleep(5);
  expect((await api.send('GET', '/health/ready')).status).toBe(503);
  const refused = await api.send('POST', `/comparisons/${other}/turns`, { prompt: 'Too late' });
  expect(refused.status).toBe(503);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);

  expect(await follower.ended).toBe(true);
  const ends = Object.values(follower.view.lanes).map(({ status, text }) => [status, text !== '']);
  expect(ends).toEqual([
    ['interrupted', true],
    ['complete', true],
  ]);
  expect(await one.ended).toEqual({ code: 0, signal: null });
  expect(performance.now() - toldAt).toBeLessThan(3_000 + 10_000);
});

/** A server with all its children: stopping the parent alone would freeze nobody's queries. */
async function signalServer(pid: number, signal: NodeJS.Signals): Promise<void> {
  process.kill(pid, signal);
  for (const name of await readdir('/proc')) {
    const stat = /^\d+$/.test(name) ? await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '') : '';
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (parent === pid) process.kill(Number(name), signal);
  }
}

async function residentMegabytes(pid = 0): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

/** Asks, takes the database away, and sees everything through until the answers wait to be stored. */
async function answerWithout(api: ApiTalk, endpointId: string, takeAway: () => Promise<void>) {
  const judged = await api.ask(await api.compare(endpointId, endpointId), 'Earlier');
  await judged.ended;
  const [a = '', b = ''] = Object.keys(judged.view.lanes);
  const ballot = () =>
    api.send('PUT', `/turns/${judged.view.turnId}/ballot`, { ranking: [[a], [b]], ratings: {} });
  const follower = await api.ask(await api.compare(endpointId, endpointId));
  await follower.until(() => follower.hasText());
  // A second: by then the database server itself cannot forget the turn.
  await sleep(1000);
  await takeAway();
  await follower.until(() => follower.view.saveTrouble === 'delayed');
  const lanes = Object.values(follower.view.lanes);
  expect(lanes.map((lane) => lane.status)).toEqual(['complete', 'complete']);
  return { follower, ballot };
}

test.runIf(process.platform === 'linux')(
  'the database goes away while answers come in: they are finished, told to be unsaved, and stored when it is back',
  { timeout: slow },
  async () => {
    const folder = await makeFolder();
    let server: EmbeddedServer = await startEmbeddedServer({ folder });
    const one = await start({ DATABASE_URL: server.url, DRAIN_SECONDS: '1' });
    const { api } = one;
    const endpointId = await api.addEndpoint(fake.url, 'story-200-80');
    const memory = await residentMegabytes(one.child.pid);

    // Killed: nobody answers at its port any more.
    const killed = await answerWithout(
      api,
      endpointId,
      async () => process.kill(server.pid, 'SIGKILL') && undefined,
    );
    const refused = await killed.ballot();
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await server.ended;
    server = await startEmbeddedServer({ folder, port: server.port });
    expect(await killed.follower.ended).toBe(true);
    expect(Object.values(killed.follower.view.lanes).map((lane) => lane.text)).toEqual(
      (await api.getTurn(killed.follower.view.turnId)).responses.map((response) => response.text),
    );
    while ((await killed.ballot()).status === 503) await sleep(200);
    expect((await killed.ballot()).status).toBe(200);

    // Frozen: its port takes connections and says nothing.
    const frozen = await answerWithout(api, endpointId, () => signalServer(server.pid, 'SIGSTOP'));
    expect((await frozen.ballot()).status).toBe(503);
    await signalServer(server.pid, 'SIGCONT');
    expect(await frozen.follower.ended).toBe(true);
    expect((await api.getTurn(frozen.follower.view.turnId)).responses[0]?.status).toBe('complete');
    expect(await residentMegabytes(one.child.pid)).toBeLessThan(memory + 150);

    // Gone for good: what is lost is said.
    await answerWithout(api, endpointId, async () => process.kill(server.pid, 'SIGKILL') && undefined);
    one.child.kill('SIGTERM');
    expect((await one.ended).signal).toBeNull();
    expect(one.output()).toContain('2 answers are lost');
  },
);
