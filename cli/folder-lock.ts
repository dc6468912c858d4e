import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Who holds a folder, for the message to whoever else wants it. */
export type Holder = { pid: number; url: string };

export type FolderLock = { release: () => void };

/**
 * Takes a folder for this process, or tells who has it. The lock is the operating system's own lock on a
 * file (by way of SQLite, which has it on every system): it ends with the process, however that ends,
 * and knows neither stale files nor process numbers that come again.
 */
export function takeFolder(folder: string, holder: Holder): FolderLock | { heldBy: Holder | undefined } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if (isBusy(error)) return { heldBy: findHolder(folder) };
    throw error;
  }
  writeFileSync(join(folder, 'instance.json'), JSON.stringify(holder), { mode: 0o600 });
  return { release: () => database.close() };
}

/** Who holds the folder now; undefined when nobody does. */
export function findLiveHolder(folder: string): Holder | undefined {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
    database.exec('begin exclusive');
    return undefined;
  } catch (error) {
    return isBusy(error) ? findHolder(folder) : undefined;
  } finally {
    database?.close();
  }
}

const busy = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === busy;
}

function findHolder(folder: string): Holder | undefined {
  try {
    const value: Partial<Holder> = JSON.parse(readFileSync(join(folder, 'instance.json'), 'utf8'));
    return { pid: Number(value.pid), url: String(value.url) };
  } catch {
    return undefined;
  }
}
