import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBuild } from '#cli/build-pages.ts';
import { startDatabase } from '#cli/database.ts';
import { explainError, StartError } from '#cli/explain-error.ts';
import { takeFolder } from '#cli/folder-lock.ts';
import { listen } from '#cli/page-server.ts';
import { startSearchIndexer } from '#cli/search-indexer.ts';
import { listenForStop, type StopSignals, whenAborted } from '#cli/stop-signals.ts';
import { closeDatabase } from '#db/client.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { ensureDemoEndpoints } from '#db/queries/demo-endpoints.ts';
import { reapRuns } from '#db/queries/runs.ts';
import { boundHeapGrowth } from '#lib/heap.ts';
import { getProcessState } from '#lib/process-state.ts';
import { getSettings, publishToEnvironment, type Settings } from '#lib/settings.ts';

const root = join(import.meta.dirname, '..');
const say = (line: string) => console.log(line);

/** Starts everything in order, serves until told to stop, and takes everything down in the opposite order. */
async function launch(settings: Settings, dev: boolean, signals: StopSignals): Promise<void> {
  const url = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${settings.port}`;
  const holder = { pid: process.pid, url };
  const { stopping } = signals;
  await using cleanup = new AsyncDisposableStack();

  const lock = takeFolder(settings.dataDirectory, holder);
  if ('heldBy' in lock) throw new StartError(describeHolder(settings, lock.heldBy));
  cleanup.defer(() => lock.release());

  const server = await listen(settings);
  cleanup.defer(() => server.close());

  say('Preparing the database…');
  const database = await startDatabase(settings, {
    onRestart: () => say('The database ended unexpectedly. Starting it again…'),
    onFailure: signals.stop,
  });
  cleanup.defer(() => database.stop());
  // Also what the pages, which parse the environment for themselves, will find.
  publishToEnvironment({
    DATABASE_URL: database.url,
    DATABASE_DIRECT_URL: database.directUrl,
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: dev ? 'development' : 'production',
  });
  await migrateDatabase(database.directUrl);
  cleanup.defer(() => closeDatabase());
  // The embedded database is this process's alone: whatever still runs in it was cut off by a crash.
  if (settings.databaseUrl === undefined) await reapRuns('all');
  await ensureDemoEndpoints(`${url}/api/demo/v1`);
  stopping.throwIfAborted();

  if (!dev) await ensureBuild({ root, dataDirectory: settings.dataDirectory, holder, stopping, say });
  await server.servePages({ dev, folder: root });
  cleanup.defer(startSearchIndexer());
  if (!stopping.aborted) say(`\nBaijia is ready: ${url}\n(Ctrl-C stops it)\n`);
  await whenAborted(stopping);
  await drain(settings, signals);
}

/** Running answers get their time, unless a second Ctrl-C says otherwise; readiness is down from here on. */
async function drain(settings: Settings, signals: StopSignals): Promise<void> {
  say(signals.failure() ?? 'Stopping…');
  const state = getProcessState();
  state.draining = true;
  // The run engine keeps to DRAIN_SECONDS and then stores what it has; the bound here is for an engine that hangs.
  const bound = sleep(settings.drainSeconds * 1_000 + 5_000, undefined, { ref: false });
  await Promise.race([state.drain?.(), bound, whenAborted(signals.hurrying)]);
}

function describeHolder(settings: Settings, holder: { pid: number; url: string } | undefined): string {
  const who = holder === undefined ? '' : ` (${holder.url}, process ${holder.pid})`;
  return `Another copy of Baijia${who} is using the data folder ${settings.dataDirectory}: stop it, or give this one its own DATA_DIR and PORT.`;
}

async function main(): Promise<number> {
  boundHeapGrowth();
  const signals = listenForStop();
  let settings: Settings | undefined;
  try {
    settings = getSettings();
    await launch(settings, process.argv.includes('--dev'), signals);
  } catch (error) {
    if (!signals.stopping.aborted || signals.failure() !== undefined) {
      console.error(`\n${explainError(error, settings?.dataDirectory)}`);
      return 1;
    }
  }
  say('Stopped.');
  return signals.failure() === undefined ? 0 : 1;
}

process.exit(await main());
