import { CommandError } from '#cli/command.ts';
import { startDatabase } from '#cli/database.ts';
import { takeFolder } from '#cli/folder-lock.ts';
import { closeDatabase, configureDatabase } from '#db/client.ts';
import { findEmbeddedUrl } from '#db/embedded-url.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { getSettings, type Settings, SettingsError } from '#lib/settings.ts';

/**
 * Runs `work` on the database of the settings: the one of a Baijia that is running on the data folder, or one that
 * is started for this command and stopped after it.
 * @param options `deadlineMs`: how long one piece of work may take, where it is longer than a page may wait.
 */
export async function withCommandDatabase(
  work: (settings: Settings) => Promise<void>,
  { deadlineMs }: { deadlineMs?: number } = {},
): Promise<void> {
  const settings = readSettings();
  const deadline = deadlineMs === undefined ? {} : { deadlineMs };
  await using cleanup = new AsyncDisposableStack();
  const running = settings.databaseUrl ?? (await findEmbeddedUrl(settings.dataDirectory));
  if (running !== undefined) {
    await configureDatabase({ url: running, ...deadline });
  } else {
    const lock = takeFolder(settings.dataDirectory, { pid: process.pid, url: 'a command' });
    if ('heldBy' in lock)
      throw new CommandError('Baijia is just starting or stopping; try again in a moment');
    cleanup.defer(() => lock.release());
    const database = await startDatabase(settings, { onRestart: () => {}, onFailure: () => {} });
    cleanup.defer(() => database.stop());
    await migrateDatabase(database.directUrl);
    await configureDatabase({ url: database.url, ...deadline });
  }
  cleanup.defer(() => closeDatabase());
  await work(settings);
}

export function readSettings(): Settings {
  try {
    return getSettings();
  } catch (error) {
    if (error instanceof SettingsError) throw new CommandError(error.message, 1, { cause: error });
    throw error;
  }
}
