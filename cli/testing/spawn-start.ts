import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
// The bundler starts helpers by the name `node`: they are to be this very Node.
const searchPath = [dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter);

export type Started = {
  url: string;
  dataDirectory: string;
  child: ChildProcess;
  output: () => string;
  /** Resolves when the pages are served. @throws Error with the output when the program ends before. */
  ready: Promise<void>;
  ended: Promise<{ code: number | null; signal: string | null }>;
};

/** Runs the real command, as `npm start` does, with its own data folder and port unless told otherwise. */
export async function spawnStart(environment: Record<string, string> = {}): Promise<Started> {
  const dataDirectory = environment.DATA_DIR ?? join(await mkdtemp(join(tmpdir(), 'baijia-start-')), 'data');
  const port = environment.PORT ?? String(await getFreePort());
  const child = spawn(process.execPath, ['--import', './cli/require-node.mjs', 'cli/start.ts'], {
    cwd: root,
    env: {
      PATH: searchPath,
      NODE_ENV: 'production',
      PORT: port,
      DATA_DIR: dataDirectory,
      LIVE_FACTS: 'off',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('Baijia is ready')) resolve();
      });
    }
    void ended.then(() => reject(new Error(`ended before it was ready:\n${output}`)));
  });
  ready.catch(() => {});
  return { url: `http://127.0.0.1:${port}`, dataDirectory, child, output: () => output, ready, ended };
}

/** Removes the data folder of programs that have ended; files that their database just let go of are tried again. */
export async function removeData({ dataDirectory }: Pick<Started, 'dataDirectory'>): Promise<void> {
  await rm(dirname(dataDirectory), { recursive: true, force: true, maxRetries: 20 });
}

/** The process id of the database server that runs on a data folder, as PostgreSQL notes it. */
export async function readPostgresPid(dataDirectory: string): Promise<number> {
  const text = await readFile(join(dataDirectory, 'postgres', 'postmaster.pid'), 'utf8');
  return Number(text.split('\n')[0]);
}

export async function getFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
