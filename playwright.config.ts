import { defineConfig } from '@playwright/test';
import { browserArguments, findBrowser } from '#cli/testing/find-browser.ts';

// Workers read this file again: what was found once is handed to them in the environment.
// biome-ignore lint/style/noProcessEnv: the only way from Playwright's main process to its workers.
const environment = process.env;
environment.BAIJIA_BROWSER ??= await findBrowser((line) => {
  process.stderr.write(`${line}\n`);
});

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // Each worker starts the whole program and a browser.
  workers: 2,
  retries: 0,
  // Bounds for what will never come, not for what is slow: a busy machine takes several times what a quiet one does.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: environment.CI !== undefined,
  use: {
    trace: 'retain-on-failure',
    launchOptions: { executablePath: environment.BAIJIA_BROWSER, args: browserArguments },
  },
});
