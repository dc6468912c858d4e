/**
 * Promise: opening `/` loads at most 300 KB of JavaScript, gzipped, and any other page at most 200 KB.
 * Measured in a browser with an empty cache: every script body it receives until the page is idle, gzipped at
 * the level servers use (6). Scripts for old browsers (noModule) and prefetches of other pages are what the browser
 * really loads or leaves: the first it leaves, the second count.
 * Run: node bench/first-load-javascript.ts
 */
import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { withBrowser } from '#bench/pages/with-browser.ts';

const pages: [path: string, promisedKilobytes: number][] = [
  ['/', 300],
  ['/battle', 200],
  ['/endpoints', 200],
  ['/results', 200],
  ['/results/import', 200],
  ['/leaderboard', 200],
  ['/catalog', 200],
  ['/catalog/alpaca', 200],
  ['/catalog/scale', 200],
];

async function measure(browser: Browser, url: string): Promise<{ kilobytes: number; scripts: number }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const bodies: Promise<number>[] = [];
  page.on('response', (response) => {
    const isScript = /javascript/.test(response.headers()['content-type'] ?? '');
    if (isScript) bodies.push(response.body().then((body) => gzipSync(body, { level: 6 }).length));
  });
  const answer = await page.goto(url, { waitUntil: 'networkidle' });
  if (!answer?.ok()) throw new Error(`${url} answers ${answer?.status()}.`);
  const sizes = await Promise.all(bodies);
  await context.close();
  return { kilobytes: sizes.reduce((sum, size) => sum + size, 0) / 1_000, scripts: sizes.length };
}

await withBrowser(async (browser, url) => {
  let isKept = true;
  for (const [path, promised] of pages) {
    const { kilobytes, scripts } = await measure(browser, url + path);
    const ratio = kilobytes / promised;
    isKept &&= ratio <= 1;
    const verdict = ratio <= 1 ? 'kept' : 'BROKEN';
    console.log(
      `${path}: ${kilobytes.toFixed(0)} KB in ${scripts} scripts, ${ratio.toFixed(2)} of ${promised} KB, ${verdict}`,
    );
  }
  process.exitCode = isKept ? 0 : 1;
});
