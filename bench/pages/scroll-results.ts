import { chromium } from '@playwright/test';
import { browserArguments, findBrowser } from '#cli/testing/find-browser.ts';

const scrolledMs = 5_000;
/** Pixels of one turn of the wheel; some 40 come in a second, which is more than a hundred rows. */
const step = 200;

/** Frames a second in the median, while the list of the log is scrolled through pages that are fetched on the way. */
export async function scrollResults(url: string): Promise<{ framesPerSecond: number; rows: number }> {
  const browser = await chromium.launch({
    executablePath: await findBrowser((line) => console.error(line)),
    args: browserArguments,
  });
  try {
    const page = await browser.newPage({ locale: 'en', viewport: { width: 1440, height: 900 } });
    await page.goto(`${url}/results`);
    const row = page.locator('li[data-index]').first();
    await row.hover();
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => {
      const frames: number[] = [];
      Object.assign(globalThis, { frames });
      const onFrame = (now: number) => {
        frames.push(now);
        requestAnimationFrame(onFrame);
      };
      requestAnimationFrame(onFrame);
    });
    const end = performance.now() + scrolledMs;
    while (performance.now() < end) await page.mouse.wheel(0, step);
    const frames: number[] = await page.evaluate('frames');
    const gaps = frames.slice(1).map((at, index) => at - (frames[index] ?? at));
    const last = await page.locator('li[data-index]').last().getAttribute('data-index');
    const median = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? Number.NaN;
    return { framesPerSecond: 1000 / median, rows: Number(last) };
  } finally {
    await browser.close();
  }
}
