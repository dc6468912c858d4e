import { type Browser, chromium } from '@playwright/test';
import { browserArguments, findBrowser } from '#cli/testing/find-browser.ts';
import { removeData, spawnStart } from '#cli/testing/spawn-start.ts';

/** A new program with a new data folder, and a browser, for as long as `work` goes on. */
export async function withBrowser(work: (browser: Browser, url: string) => Promise<void>): Promise<void> {
  const started = await spawnStart();
  const browser = await chromium.launch({
    executablePath: await findBrowser((line) => console.error(line)),
    args: browserArguments,
  });
  try {
    await started.ready;
    await work(browser, started.url);
  } finally {
    await browser.close();
    started.child.kill('SIGTERM');
    await started.ended;
    await removeData(started);
  }
}
