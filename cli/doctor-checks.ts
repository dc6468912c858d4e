import { accessSync, constants, existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { CommandError } from '#cli/command.ts';
import { findLiveHolder } from '#cli/folder-lock.ts';
import { readSettings } from '#cli/open-database.ts';
import { closeDatabase, configureDatabase } from '#db/client.ts';
import { findEmbeddedUrl } from '#db/embedded-url.ts';
import { listEndpoints } from '#db/queries/endpoints.ts';
import { pingDatabase } from '#db/queries/health.ts';
import { getNetworkPolicy } from '#lib/endpoints/address-policy.ts';
import { guardedFetch } from '#lib/endpoints/guarded-fetch.ts';
import type { Settings } from '#lib/settings.ts';

export type Check = {
  name: string;
  state: 'ok' | 'note' | 'wrong';
  found: string;
  /** What to do about it. */
  advice?: string;
};

/** Room for a build and a log of some hundred thousand judgements. */
const enoughDisk = 2 * 1024 ** 3;
const probeMs = 3_000;

export async function listChecks(): Promise<Check[]> {
  const checks = [checkNode()];
  let settings: Settings;
  try {
    settings = readSettings();
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return [
      ...checks,
      { name: 'settings', state: 'wrong', found: error.message, advice: 'mend the environment' },
    ];
  }
  const holder = findLiveHolder(settings.dataDirectory);
  checks.push({ name: 'settings', state: 'ok', found: `data folder ${settings.dataDirectory}` });
  checks.push(checkFolder(settings), await checkDisk(settings), await checkPort(settings, holder?.url));
  return [...checks, ...(await checkDatabase(settings))];
}

function checkNode(): Check {
  const isEnough = Number(process.versions.node.split('.')[0]) >= 24;
  return {
    name: 'node',
    state: isEnough ? 'ok' : 'wrong',
    found: process.version,
    ...(isEnough ? {} : { advice: 'run it as npm run baijia -- doctor, which brings Node 24' }),
  };
}

/** The folder, or the nearest one above it that is there. */
function existing(folder: string): string {
  return existsSync(folder) ? folder : existing(dirname(folder));
}

function checkFolder({ dataDirectory }: Settings): Check {
  const folder = existing(dataDirectory);
  try {
    accessSync(folder, constants.W_OK);
    return {
      name: 'data folder',
      state: 'ok',
      found: folder === dataDirectory ? 'can be written' : 'will be made',
    };
  } catch {
    return {
      name: 'data folder',
      state: 'wrong',
      found: `${folder} cannot be written`,
      advice: 'give this user the right to, or set DATA_DIR to another folder',
    };
  }
}

async function checkDisk({ dataDirectory }: Settings): Promise<Check> {
  const { bavail, bsize } = await statfs(existing(dataDirectory));
  const free = bavail * bsize;
  return {
    name: 'disk',
    state: free >= enoughDisk ? 'ok' : 'wrong',
    found: `${(free / 1024 ** 3).toFixed(1)} GB free`,
    ...(free >= enoughDisk ? {} : { advice: 'free some space, or set DATA_DIR to another disk' }),
  };
}

async function checkPort({ port, host }: Settings, running: string | undefined): Promise<Check> {
  if (running !== undefined) return { name: 'port', state: 'ok', found: `Baijia is running: ${running}` };
  const isFree = await new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
  return {
    name: 'port',
    state: isFree ? 'ok' : 'wrong',
    found: isFree ? `${port} is free; Baijia is not running` : `${port} is taken by another program`,
    ...(isFree ? {} : { advice: 'stop that program, or set PORT to another number' }),
  };
}

async function checkDatabase(settings: Settings): Promise<Check[]> {
  const url = settings.databaseUrl ?? (await findEmbeddedUrl(settings.dataDirectory));
  if (url === undefined) {
    return [
      {
        name: 'database',
        state: 'note',
        found: 'the embedded one is not running',
        advice: 'npm start starts it',
      },
    ];
  }
  await configureDatabase({ url, maxConnections: 2 });
  try {
    await pingDatabase();
    const endpoints = (await listEndpoints()).filter(({ enabled }) => enabled);
    const found = await Promise.all(endpoints.map(checkEndpoint));
    return [{ name: 'database', state: 'ok', found: 'answers' }, ...found];
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return [
      { name: 'database', state: 'wrong', found, advice: 'check DATABASE_URL, and that the server runs' },
    ];
  } finally {
    await closeDatabase();
  }
}

/** Whether anything answers there; whether the key is right, a test on the page of endpoints tells. */
async function checkEndpoint({ id, baseUrl }: { id: string; baseUrl: string }): Promise<Check> {
  const name = 'endpoint';
  try {
    const response = await guardedFetch(
      `${baseUrl.replace(/\/$/, '')}/models`,
      { signal: AbortSignal.timeout(probeMs) },
      { policy: getNetworkPolicy(), connectMs: probeMs },
    );
    await response.body?.cancel();
    return { name, state: 'ok', found: `${id} answers` };
  } catch {
    const advice = `start the server at ${baseUrl}, or switch the endpoint off`;
    return { name, state: 'note', found: `${id} does not answer`, advice };
  }
}
