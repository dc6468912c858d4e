import { execFile } from 'node:child_process';
import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a running server says of itself in its postmaster.pid, in the order PostgreSQL writes its lines. */
export type Postmaster = { pid: number; port: number; isReady: boolean };

export async function findPostmaster(folder: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

/**
 * Ends the server that a crash of Baijia left behind on this folder, and removes a pid file whose number
 * by now belongs to another process; PostgreSQL itself would refuse to start over such a file.
 */
export async function stopLeftover(folder: string): Promise<void> {
  const postmaster = await findPostmaster(folder);
  if (postmaster === undefined || !isAlive(postmaster.pid)) return;
  if (!(await isServerOf(postmaster.pid, folder))) {
    await rm(join(folder, 'postmaster.pid'), { force: true });
    return;
  }
  await stopProcess(postmaster.pid);
}

/** A fast shutdown; after `boundMs` an immediate one, from which the next start recovers. */
export async function stopProcess(pid: number, boundMs = 20_000): Promise<void> {
  if (process.platform === 'win32') {
    await run('taskkill', ['/pid', String(pid), '/f', '/t']).catch(() => undefined);
    return;
  }
  for (const [signal, bound] of [
    ['SIGINT', boundMs],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!signalProcess(pid, signal)) return;
    if (await hasEnded(pid, bound)) return;
  }
  throw new Error(`The database server (process ${pid}) does not stop.`);
}

async function hasEnded(pid: number, boundMs: number): Promise<boolean> {
  for (let waited = 0; waited < boundMs; waited += 20) {
    if (!isAlive(pid)) return true;
    await sleep(20);
  }
  return false;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function signalProcess(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

async function isServerOf(pid: number, folder: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const [cwd, name] = await Promise.all([
      readlink(`/proc/${pid}/cwd`).catch(() => ''),
      readFile(`/proc/${pid}/comm`, 'utf8').catch(() => ''),
    ]);
    return name.trim() === 'postgres' && cwd === (await realpath(folder));
  }
  if (process.platform === 'win32') {
    const { stdout } = await run('tasklist', ['/fi', `PID eq ${pid}`]).catch(() => ({ stdout: '' }));
    return stdout.includes('postgres.exe');
  }
  const { stdout } = await run('ps', ['-p', String(pid), '-o', 'command=']).catch(() => ({ stdout: '' }));
  return stdout.includes('postgres') && stdout.includes(folder);
}
