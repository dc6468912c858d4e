import { loadavg } from 'node:os';
import { chromium, type Page } from '@playwright/test';
import { ApiTalk } from '#cli/testing/api-talk.ts';
import { browserArguments, findBrowser } from '#cli/testing/find-browser.ts';
import { spawnStart } from '#cli/testing/spawn-start.ts';
import { startFakeEndpoint } from '#e2e/fake-endpoint/start-fake-endpoint.ts';
import en from '#messages/en.json' with { type: 'json' };

/**
 * What a person feels while 8 lanes write 4,000 tokens of Markdown with code each, at 100 tokens a second, and the
 * person types. Promises, in milliseconds and frames a second:
 */
const promised = { longTaskMs: 100, interactionMs: 200, framesPerSecond: 50 };
const lanes = 8;
const tokens = 4000;

type Observed = { longTasks: number[]; interactions: number[]; frames: number[] };

/** Runs in the page, before anything else does. */
function observe(): void {
  const observed: Observed = { longTasks: [], interactions: [], frames: [] };
  Object.assign(globalThis, { observed });
  const watch = (type: string, onEntry: (entry: PerformanceEntry) => void, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(onEntry)).observe({ type, ...more });
  watch('longtask', ({ duration }) => observed.longTasks.push(duration));
  // Only entries with an interaction's id are interactions; pointer moves are not.
  const onEvent = (entry: PerformanceEntry) => {
    if ('interactionId' in entry && entry.interactionId) observed.interactions.push(entry.duration);
  };
  watch('event', onEvent, { durationThreshold: 16 });
  let last = performance.now();
  const onFrame = (now: number) => {
    observed.frames.push(now - last);
    last = now;
    requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
}

const quantile = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

async function typeUntilDone(page: Page): Promise<Observed> {
  const prompt = page.getByRole('textbox', { name: en.compare.composer.label, exact: true });
  const answers = page.locator('article[data-lane]');
  await page
    .getByRole('list', { name: en.compare.lanes.label })
    .getByText(`markdown-${tokens}-100`)
    .nth(lanes - 1)
    .waitFor();
  await prompt.fill('Go');
  await prompt.press('Enter');
  await page
    .locator('article[data-status="streaming"]')
    .nth(lanes - 1)
    .waitFor();
  // What the page does to start is not what it does while it streams.
  await page.evaluate(
    'observed.longTasks.length = observed.interactions.length = observed.frames.length = 0',
  );
  const isRunning = () =>
    answers.evaluateAll((all) => all.some((one) => one.getAttribute('aria-busy') === 'true'));
  while (await isRunning()) await prompt.pressSequentially('what a person types ', { delay: 80 });
  const observed: Observed = await page.evaluate('observed');
  const texts = await answers.evaluateAll((all) => all.map((one) => one.textContent?.length ?? 0));
  if (texts.length !== lanes || texts.some((length) => length < tokens)) {
    throw new Error(`texts of ${texts.join(', ')} characters`);
  }
  return observed;
}

async function measure(): Promise<Observed> {
  const fake = await startFakeEndpoint();
  const program = await spawnStart();
  const executablePath = await findBrowser(console.log);
  const browser = await chromium.launch({ executablePath, args: browserArguments });
  try {
    await program.ready;
    const api = new ApiTalk(program.url);
    const endpointId = await api.addEndpoint(fake.url, `markdown-${tokens}-100`);
    const comparison = await api.compare(...Array.from({ length: lanes }, () => endpointId));
    const page = await browser.newPage({ locale: 'en', viewport: { width: 1600, height: 900 } });
    page.setDefaultTimeout(120_000);
    await page.addInitScript(observe);
    await page.goto(`${program.url}/?comparison=${comparison}`);
    return await typeUntilDone(page);
  } finally {
    await browser.close();
    program.child.kill('SIGTERM');
    await program.ended;
    await fake.stop();
  }
}

const { longTasks, interactions, frames } = await measure();
const longest = Math.max(0, ...longTasks);
// The 98th percentile, as the web's own measure of it.
const interaction = quantile(interactions, 0.98);
const framesPerSecond = 1000 / quantile(frames, 0.5);
const tooLong = longTasks.filter((duration) => duration > promised.longTaskMs).length;
console.log(
  `longest task ${longest.toFixed(0)} ms (${longTasks.length} over 50 ms, ${tooLong} over ${promised.longTaskMs} ms); ` +
    `interaction to next paint ${interaction.toFixed(0)} ms (of ${interactions.length} keys); ` +
    `median of ${framesPerSecond.toFixed(0)} frames a second; load ${loadavg()[0]?.toFixed(1)}`,
);
const isKept =
  tooLong === 0 && interaction <= promised.interactionMs && framesPerSecond >= promised.framesPerSecond;
process.exitCode = isKept ? 0 : 1;
