import { createServer, type Server, type Socket } from 'node:net';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterEach, expect, inject, test } from 'vitest';
import { closeDatabase, configureDatabase, inTransaction, withDatabase } from '#db/client.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { AppError } from '#lib/errors.ts';

setUpTestDatabase();

const realUrl = inject('templateDatabaseUrl').replace(/\/[^/]+$/, '/postgres');
const selectOne = () => withDatabase((db) => db.execute(sql`select 1 as one`));
const servers: Server[] = [];

afterEach(async () => {
  await closeDatabase();
  for (const server of servers.splice(0)) server.close();
});

/** Something at the database's address that is no database. */
async function listen(onConnection: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    onConnection(socket);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `postgres://baijia:x@127.0.0.1:${address.port}/baijia`;
}

test('nobody at the address is unavailable, at once', async () => {
  const url = await listen(() => {});
  servers.pop()?.close();
  await configureDatabase({ url });
  await expect(selectOne()).rejects.toMatchObject({ code: 'unavailable' });
});

test('a wrong password is unavailable, without a word about the password', async () => {
  await configureDatabase({ url: realUrl.replace(/:[^:@]+@/, ':wrong@') });
  await expect(selectOne()).rejects.toThrow('The database does not answer. Try again in a moment.');
});

test('a frozen server meets the deadline, and the next query gets a new socket', async () => {
  let connections = 0;
  const url = await listen(() => {
    connections += 1;
  });
  await configureDatabase({ url, deadlineMs: 200 });
  await expect(selectOne()).rejects.toMatchObject({ code: 'unavailable' });
  await expect(selectOne()).rejects.toMatchObject({ code: 'unavailable' });
  expect(connections).toBe(2);
});

test('a server that accepts and then closes is not stormed', async () => {
  let connections = 0;
  const url = await listen((socket) => {
    connections += 1;
    socket.destroy();
  });
  await configureDatabase({ url, maxConnections: 2, deadlineMs: 1500 });
  await expect(selectOne()).rejects.toMatchObject({ code: 'unavailable' });
  expect(connections).toBeLessThan(20);
});

test('what a transaction throws undoes it and comes out as it was', async () => {
  await configureDatabase({ url: realUrl });
  const failure = new AppError('conflict', 'No.');
  const attempt = inTransaction(async (tx) => {
    await tx.execute(sql`create table half (id int)`);
    throw failure;
  });
  await expect(attempt).rejects.toBe(failure);
  const found = await withDatabase((db) => db.execute(sql`select to_regclass('half') as half`));
  expect(found[0]).toEqual({ half: null });
});

test('a connection that is lost in a transaction is unavailable, and the process goes on', async () => {
  await configureDatabase({ url: realUrl, maxConnections: 2 });
  const killer = postgres(realUrl, { max: 1, fetch_types: false });
  for (let round = 0; round < 10; round += 1) {
    const lost = inTransaction(async (tx) => {
      const [row] = await tx.execute(sql`select pg_backend_pid() as pid`);
      const kill = killer`select pg_terminate_backend(${Number(row?.pid)})`.execute();
      await tx.execute(sql`select pg_sleep(5)`);
      await kill;
    });
    await expect(lost).rejects.toMatchObject({ code: 'unavailable' });
    // postgres.js tells the first query after a reconnection of the end before it.
    await selectOne().catch(() => {});
    expect(await inTransaction((tx) => tx.execute(sql`select 1 as one`))).toHaveLength(1);
  }
  await killer.end();
});

test('an error in a transaction leaves its connection usable', async () => {
  await configureDatabase({ url: realUrl, maxConnections: 1 });
  for (let round = 0; round < 5; round += 1) {
    await expect(inTransaction((tx) => tx.execute(sql`select 1 / 0`))).rejects.toThrow();
    expect(await selectOne()).toHaveLength(1);
  }
});

test('more transactions than connections wait for each other', async () => {
  await configureDatabase({ url: realUrl, maxConnections: 2 });
  const work = () => inTransaction((tx) => tx.execute(sql`select pg_sleep(0.01)`));
  await Promise.all(Array.from({ length: 50 }, work));
});

test('migrating twice at once does no harm', async () => {
  const url = inject('templateDatabaseUrl');
  await Promise.all([migrateDatabase(url), migrateDatabase(url), migrateDatabase(url)]);
});
