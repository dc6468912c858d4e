import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { test as base } from '@playwright/test';
import { type Started, spawnStart } from '#cli/testing/spawn-start.ts';

/** The real program, started by its own command on a data folder of its own. */
export type Program = {
  url: string;
  /** Stops it as Ctrl-C does and starts it again on the same folder and port. */
  restart: () => Promise<void>;
};

/** Playwright's `test` with one running program per worker; `page.goto('/')` opens it. */
export const test = base.extend<object, { program: Program }>({
  program: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern.
    async ({}, use) => {
      let started = await spawnStart();
      const { url, dataDirectory } = started;
      await started.ready;
      await use({
        url,
        restart: async () => {
          await stop(started);
          started = await spawnStart({ DATA_DIR: dataDirectory, PORT: new URL(url).port });
          await started.ready;
        },
      });
      await stop(started);
      await rm(dirname(dataDirectory), { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: async ({ program }, use) => use(program.url),
});

async function stop(started: Started): Promise<void> {
  started.child.kill('SIGTERM');
  const { code } = await started.ended;
  if (code !== 0) throw new Error(`The program ended with ${code}:\n${started.output()}`);
}
