import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isAlive } from '#db/embedded-postmaster.ts';
import { type EmbeddedServer, startEmbeddedServer } from '#db/embedded-server.ts';

let folder: string;
let servers: EmbeddedServer[];

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'baijia-server-')), 'data');
  servers = [];
});

afterEach(async () => {
  for (const server of servers) await server.stop();
  await rm(join(folder, '..'), { recursive: true, force: true });
});

async function start(port?: number): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ folder, durable: false, ...(port ? { port } : {}) });
  servers.push(server);
  return server;
}

async function query(server: EmbeddedServer, text: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(server.url, { max: 1 });
  try {
    return await sql.unsafe(text);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

test('keeps what was written over a stop and a start', async () => {
  const first = await start();
  expect(first.port).toBeLessThan(32_768);
  await query(first, "create table note (text text); insert into note values ('百家')");
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);
  const second = await start(first.port);
  expect(second.port).toBe(first.port);
  expect(await query(second, 'select text from note')).toEqual([{ text: '百家' }]);
});

test('speaks UTF-8 and finds Chinese words by trigram', async () => {
  const server = await start();
  await query(server, 'create extension pg_trgm');
  const [row] = await query(
    server,
    "select lower('ÄЯ') as lower, cardinality(show_trgm('中文模型')) as grams, current_setting('listen_addresses') as listens",
  );
  expect(row).toMatchObject({ lower: 'äя', listens: '127.0.0.1' });
  expect(row?.grams).toBeGreaterThan(0);
});

test('lets nobody in without the password, which is kept for its owner alone', async () => {
  const server = await start();
  const guess = server.url.replace(/:[^:@]+@/, ':wrong@');
  await expect(query({ ...server, url: guess }, 'select 1')).rejects.toThrow(
    'password authentication failed',
  );
  expect((await stat(join(folder, 'database-password'))).mode & 0o777).toBe(0o600);
  expect(server.url).toContain(await readFile(join(folder, 'database-password'), 'utf8'));
});

test('takes another port when the wanted one is taken', async () => {
  const listener = createServer();
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  expect((await start(address.port)).port).not.toBe(address.port);
  listener.close();
});

test('starts again after its server was killed, and says that it ended', async () => {
  const first = await start();
  await query(first, 'create table survivor (id int)');
  await query(first, 'checkpoint');
  process.kill(first.pid, 'SIGKILL');
  await first.ended;
  const second = await start();
  expect(await query(second, 'select * from survivor')).toEqual([]);
});

test('ends the server that a killed Baijia left behind', async () => {
  const left = await start();
  const second = await start();
  expect(isAlive(left.pid)).toBe(false);
  expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('does not mistake another process with the same number for its server', async () => {
  const first = await start();
  const pidFile = join(folder, 'postgres', 'postmaster.pid');
  const lines = (await readFile(pidFile, 'utf8')).split('\n');
  await first.stop();
  await writeFile(pidFile, [String(process.pid), ...lines.slice(1)].join('\n'), { mode: 0o600 });
  const second = await start();
  expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('prepares the database again when the first time was cut short', async () => {
  await mkdir(join(folder, 'postgres.new'), { recursive: true });
  await writeFile(join(folder, 'postgres.new', 'PG_VERSION'), '18');
  expect(await query(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('repeats the own words of a server that does not start', async () => {
  const first = await start();
  await first.stop();
  await writeFile(join(folder, 'postgres', 'postgresql.conf'), 'no_such_setting = 1\n');
  await expect(start()).rejects.toThrow('no_such_setting');
});
