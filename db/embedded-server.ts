import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { getAccount } from '#db/embedded-account.ts';
import { getBinaries } from '#db/embedded-binaries.ts';
import { getCluster, serverEnvironment, serverView, superuser } from '#db/embedded-cluster.ts';
import { findPostmaster, stopLeftover, stopProcess } from '#db/embedded-postmaster.ts';

export type EmbeddedServer = {
  /** Of the database `baijia`, as its owner. */
  url: string;
  port: number;
  pid: number;
  /** Resolves when the server process has ended, whoever ended it. */
  ended: Promise<void>;
  stop: () => Promise<void>;
};

type Options = {
  /** Absolute or relative; made if missing. Files: postgres/, postgres.log, database-password. */
  folder: string;
  /** Wanted port; taken or not given, the server takes a free one below 32768. */
  port?: number;
  /** False only for throw-away databases of tests: faster, loses data in a power cut. */
  durable?: boolean;
};

/**
 * Starts a real PostgreSQL on 127.0.0.1 with its files in `folder`, after ending one a crash left there.
 * The server has its own process group, so that Ctrl-C in a terminal reaches Baijia alone.
 * @throws Error with the server's own last words when it does not come up.
 */
export async function startEmbeddedServer(options: Options): Promise<EmbeddedServer> {
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  const folder = await realpath(options.folder);
  const durable = options.durable ?? true;
  const account = await getAccount(join(folder, 'postgres'));
  const binaries = await getBinaries({ shared: account !== undefined });
  const cluster = await getCluster(folder, binaries, account, durable);
  await stopLeftover(cluster.folder);

  const log = join(folder, 'postgres.log');
  await rotate(log);
  for (let attempt = 1; ; attempt += 1) {
    const port = await getFreePort(attempt === 1 ? options.port : undefined);
    const logStart = await size(log);
    const logFile = await open(log, 'a', 0o600);
    const child = spawn(
      binaries.postgres,
      serverArguments(serverView(cluster.folder, account), port, durable),
      {
        cwd: cluster.folder,
        env: serverEnvironment,
        stdio: ['ignore', logFile.fd, logFile.fd],
        detached: true,
        windowsHide: true,
        ...account,
      },
    );
    const pid = await isReady(child, cluster.folder).finally(() => logFile.close());
    if (pid !== undefined) return describe(child, pid, port, cluster.password);

    const words = (await readFile(log)).subarray(logStart).toString('utf8').trim();
    // Both pass: another program took the port in between, or a killed server's children are still leaving.
    const mayPass = /could not bind|shared memory block .* still in use|lock file .* already exists/.test(
      words,
    );
    if (!mayPass || attempt === 20) {
      throw new Error(`The database server did not start. Its own words (${log}):\n${words}`);
    }
    await sleep(100);
  }
}

function serverArguments(dataFolder: string, port: number, durable: boolean): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '60',
    shared_buffers: durable ? '128MB' : '32MB',
    // A batch of an import or of the search index writes several times the usual 4 MB in one statement.
    wal_buffers: '16MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', dataFolder, '-p', String(port), ...flags];
}

/** The server's process id once it takes connections; undefined when it has ended instead. */
async function isReady(child: ChildProcess, folder: string): Promise<number | undefined> {
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  while (child.exitCode === null && child.signalCode === null) {
    if (failure !== undefined) throw failure;
    const postmaster = await findPostmaster(folder);
    if (postmaster?.isReady && postmaster.pid === child.pid) return postmaster.pid;
    await sleep(15);
  }
  return undefined;
}

async function describe(
  child: ChildProcess,
  pid: number,
  port: number,
  password: string,
): Promise<EmbeddedServer> {
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    if (child.exitCode !== null || child.signalCode !== null) resolve();
  });
  const stop = async () => {
    await stopProcess(pid);
    await ended;
  };
  const base = `postgres://${superuser}:${password}@127.0.0.1:${port}`;
  try {
    await ensureDatabase(`${base}/postgres`);
  } catch (error) {
    await stop();
    throw error;
  }
  child.unref();
  return { url: `${base}/baijia`, port, pid, ended, stop };
}

async function ensureDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    const found = await sql`select 1 from pg_database where datname = 'baijia'`;
    if (found.length === 0) await sql`create database baijia`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Below 32768, where no system hands out ports for outgoing connections. */
async function getFreePort(wanted: number | undefined): Promise<number> {
  if (wanted !== undefined && (await isFree(wanted))) return wanted;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = randomInt(20_000, 32_768);
    if (await isFree(port)) return port;
  }
  throw new Error('No free port between 20000 and 32767 was found for the database.');
}

async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

async function size(path: string): Promise<number> {
  return stat(path).then(
    (file) => file.size,
    () => 0,
  );
}

/** Keeps one older log, so that the log never fills a disk. */
async function rotate(log: string): Promise<void> {
  if ((await size(log)) < 5_000_000) return;
  await rm(`${log}.old`, { force: true });
  await rename(log, `${log}.old`);
}
