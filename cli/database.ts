import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '#cli/explain-error.ts';
import { type EmbeddedServer, startEmbeddedServer } from '#db/embedded-server.ts';
import type { Settings } from '#lib/settings.ts';

export type RunningDatabase = { url: string; directUrl: string; stop: () => Promise<void> };

type Events = { onRestart: () => void; onFailure: (reason: string) => void };

/** The database of the settings: one that runs elsewhere, or the embedded one, looked after until `stop`. */
export async function startDatabase(settings: Settings, events: Events): Promise<RunningDatabase> {
  if (settings.databaseUrl !== undefined) {
    const directUrl = settings.databaseDirectUrl ?? settings.databaseUrl;
    return { url: settings.databaseUrl, directUrl, stop: async () => {} };
  }
  let server = await startEmbeddedServer({ folder: settings.dataDirectory });
  let isStopping = false;
  let restarting: Promise<void> | undefined;

  const watch = (watched: EmbeddedServer) => {
    void watched.ended.then(() => {
      if (isStopping) return;
      restarting = restart(watched).catch((error: unknown) => events.onFailure(lastWords(error)));
    });
  };
  const restart = async (fallen: EmbeddedServer) => {
    events.onRestart();
    // Many ends in a row are no accident; a breath between them keeps the machine usable.
    await sleep(200);
    server = await startEmbeddedServer({ folder: settings.dataDirectory, port: fallen.port });
    if (server.port !== fallen.port) throw new StartError(`Port ${fallen.port} was taken in the meantime.`);
    watch(server);
  };
  watch(server);
  const stop = async () => {
    isStopping = true;
    await restarting;
    await server.stop();
  };
  return { url: server.url, directUrl: server.url, stop };
}

function lastWords(error: unknown): string {
  return `The database ended and could not be started again. ${error instanceof Error ? error.message : error}`;
}
