import { join } from 'node:path';
import { ensureBuild } from '#cli/build-pages.ts';
import { explainError } from '#cli/explain-error.ts';
import { listenForStop } from '#cli/stop-signals.ts';
import { getSettings, publishToEnvironment } from '#lib/settings.ts';

// npm run build: what npm start does by itself when the sources have changed.
try {
  const { dataDirectory } = getSettings();
  publishToEnvironment({ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' });
  await ensureBuild({
    root: join(import.meta.dirname, '..'),
    dataDirectory,
    holder: { pid: process.pid, url: 'npm run build' },
    stopping: listenForStop().stopping,
    say: (line) => console.log(line),
  });
  console.log('The pages are built.');
} catch (error) {
  console.error(explainError(error));
  process.exitCode = 1;
}
