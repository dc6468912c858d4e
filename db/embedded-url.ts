import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { superuser } from '#db/embedded-cluster.ts';
import { findPostmaster, isAlive } from '#db/embedded-postmaster.ts';

/** The address of the embedded database that another process runs on this data folder; undefined when none does. */
export async function findEmbeddedUrl(dataFolder: string): Promise<string | undefined> {
  const postmaster = await findPostmaster(join(dataFolder, 'postgres'));
  if (!postmaster?.isReady || !isAlive(postmaster.pid)) return undefined;
  const password = await readFile(join(dataFolder, 'database-password'), 'utf8').catch(() => undefined);
  if (password === undefined) return undefined;
  return `postgres://${superuser}:${password.trim()}@127.0.0.1:${postmaster.port}/baijia`;
}
