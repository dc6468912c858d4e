import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { readPostgresPid, removeData, type Started, spawnStart } from '#cli/testing/spawn-start.ts';
import { isAlive } from '#db/embedded-postmaster.ts';
import { startEmbeddedServer } from '#db/embedded-server.ts';

// A first start may have to build the pages.
const slow = 300_000;
const started: Started[] = [];

async function start(environment: Record<string, string> = {}): Promise<Started> {
  const one = await spawnStart(environment);
  started.push(one);
  return one;
}

async function stop(one: Started): Promise<{ code: number | null; signal: string | null }> {
  one.child.kill('SIGTERM');
  return one.ended;
}

afterEach(async () => {
  for (const one of started.splice(0)) {
    await stop(one);
    await removeData(one);
  }
});

async function untilReady(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(`${url}/api/v1/health/ready`).catch(() => undefined);
    if (response?.status === 200) return;
    await sleep(50);
  }
}

test('starts, refuses a second copy and a taken port, and stops cleanly', { timeout: slow }, async () => {
  const first = await start();
  await first.ready;
  expect(first.output()).toContain(first.url);
  await untilReady(first.url);
  const postgres = await readPostgresPid(first.dataDirectory);

  const copy = await spawnStart({ DATA_DIR: first.dataDirectory });
  expect((await copy.ended).code).toBe(1);
  expect(copy.output()).toContain(first.dataDirectory);
  expect(copy.output()).toContain(`${first.url}, process ${first.child.pid}`);

  const port = new URL(first.url).port;
  const rival = await start({ PORT: port });
  expect((await rival.ended).code).toBe(1);
  expect(rival.output()).toContain(`Port ${port} on 127.0.0.1 is taken`);
  expect(await readdir(rival.dataDirectory)).not.toContain('postgres');

  expect(await stop(first)).toEqual({ code: 0, signal: null });
  expect(first.output()).toContain('Stopped.');
  expect(isAlive(postgres)).toBe(false);
});

test('starts again on the folder of a killed copy, and ends its database first', {
  timeout: slow,
}, async () => {
  const first = await start();
  await first.ready;
  const postgres = await readPostgresPid(first.dataDirectory);
  first.child.kill('SIGKILL');
  await first.ended;
  const second = await start({ DATA_DIR: first.dataDirectory });
  await second.ready;
  await untilReady(second.url);
  expect(isAlive(postgres)).toBe(false);
});

test('brings a killed database back while it serves', { timeout: slow }, async () => {
  const one = await start();
  await one.ready;
  const postgres = await readPostgresPid(one.dataDirectory);
  process.kill(postgres, 'SIGKILL');
  while ((await readPostgresPid(one.dataDirectory).catch(() => postgres)) === postgres) await sleep(20);
  await untilReady(one.url);
  expect(one.output()).toContain('Starting it again');
  expect((await stop(one)).code).toBe(0);
});

test('stops while it starts and leaves a folder that starts', { timeout: slow }, async () => {
  const one = await start();
  while (!one.output().includes('Preparing')) await sleep(5);
  expect((await stop(one)).code).toBe(0);
  const again = await start({ DATA_DIR: one.dataDirectory });
  await again.ready;
});

test('uses another PostgreSQL where DATABASE_URL names one', { timeout: slow }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'baijia-other-'));
  const other = await startEmbeddedServer({ folder, durable: false });
  const one = await start({ DATABASE_URL: other.url });
  await one.ready;
  await untilReady(one.url);
  expect(await readdir(one.dataDirectory)).not.toContain('postgres');
  expect((await stop(one)).code).toBe(0);
  expect(isAlive(other.pid)).toBe(true);
  await other.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 20 });
});

test('names every wrong setting and touches nothing', { timeout: slow }, async () => {
  const one = await start({ PORT: 'eighty', HOST: '0.0.0.0' });
  expect((await one.ended).code).toBe(1);
  expect(one.output()).toMatch(/PORT must be .*\n.*HOST must be/);
  expect(await readdir(dirname(one.dataDirectory))).toEqual([]);
});

test('says that a data folder cannot be made', { timeout: slow }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'baijia-file-'));
  await writeFile(join(folder, 'file'), '');
  const one = await start({ DATA_DIR: join(folder, 'file', 'data') });
  expect((await one.ended).code).toBe(1);
  expect(one.output()).toContain('cannot be written');
  await rm(folder, { recursive: true, force: true, maxRetries: 20 });
});
