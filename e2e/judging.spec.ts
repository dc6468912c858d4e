import type { Page } from '@playwright/test';
import type { Api } from '#e2e/fixtures/api.ts';
import { expect, test } from '#e2e/fixtures/test.ts';
import type { Words } from '#e2e/fixtures/words.ts';
import { ComparePage } from '#e2e/pages/compare-page.ts';
import { JudgeBar } from '#e2e/pages/judge-bar.ts';

type Setting = { page: Page; words: Words; api: Api; fakeUrl: string };

/** A turn with this many answers, asked through the API and opened in the page. */
async function openTurn({ page, words, api, fakeUrl }: Setting, laneCount: number) {
  const endpoint = await api.createEndpoint(fakeUrl, 'Echo', 'echo');
  const comparison = await api.createComparison(Array.from({ length: laneCount }, () => endpoint.id));
  const turn = await api.ask(comparison.id, 'Judge me');
  await page.goto(`/?comparison=${comparison.id}`);
  const compare = new ComparePage(page, words);
  await compare.expectStatuses({ A: 'complete' });
  const judge = new JudgeBar(page, words);
  await judge.bar.waitFor();
  return { judge, compare, turn, laneIds: comparison.lanes.map((lane) => lane.id) };
}

async function readRanking(api: Api, turnId: string) {
  return (await api.call<{ ranking: string[][]; allBad: boolean }>('GET', `/turns/${turnId}/ballot`)).body;
}

test('two answers take one key each, and may be judged anew', async ({ page, words, api, fake }) => {
  const { judge, turn, laneIds } = await openTurn({ page, words, api, fakeUrl: fake.url }, 2);
  const [a, b] = laneIds;
  await judge.press('1');
  await judge.expectSaved();
  expect(await readRanking(api, turn.id)).toMatchObject({ ranking: [[a], [b]], allBad: false });
  await judge.press('=');
  await judge.expectSaved(2);
  await judge.press('0');
  await judge.expectSaved(3);
  expect(await readRanking(api, turn.id)).toMatchObject({ ranking: [], allBad: true });
  await judge.press('2');
  await judge.expectSaved(4);
  await expect(judge.verdict('B')).toHaveAttribute('aria-pressed', 'true');
  expect(await readRanking(api, turn.id)).toMatchObject({ ranking: [[b], [a]] });
});

test('keys typed into a field are words, not verdicts', async ({ page, words, api, fake }) => {
  const { judge, compare, turn } = await openTurn({ page, words, api, fakeUrl: fake.url }, 2);
  await compare.prompt.pressSequentially('1 = 2 0');
  await expect(compare.prompt).toHaveValue('1 = 2 0');
  await judge.openDetails();
  await judge.bar.getByLabel(words.judge.ballotComment).pressSequentially('1 = 2');
  await judge.expectSaved();
  const { body } = await api.call('GET', `/turns/${turn.id}/ballot`);
  expect(body).toMatchObject({ ranking: [], allBad: false, comment: '1 = 2' });
});

test('whoever has sent a prompt judges with the next key, or goes on typing', async ({
  page,
  words,
  api,
  fake,
}) => {
  const { id, name } = await api.createEndpoint(fake.url, 'Judged at once', 'echo');
  await page.goto(`/?lanes=${id},${id},${id}`);
  const compare = new ComparePage(page, words);
  const judge = new JudgeBar(page, words);
  await expect(compare.chosenLanes).toHaveText([name, name, name]);
  await compare.send('Judge me');
  await compare.expectStatuses({ A: 'complete', B: 'complete', C: 'complete' });
  await expect(page.getByText(words.compare.composer.judgeOrWrite)).toBeVisible();
  for (const key of ['2', '=', '1']) await page.keyboard.press(key);
  expect(await judge.ranking()).toEqual(['BA']);
  await page.keyboard.press('Enter');
  await judge.expectSaved();
  await page.keyboard.type('2 more, 1 = 0');
  await expect(compare.prompt).toHaveValue('2 more, 1 = 0');
  await page.keyboard.press('Enter');
  await expect(compare.lane('A')).toHaveCount(2);
  await compare.expectStatuses({ A: 'complete', B: 'complete', C: 'complete' });
  await page.keyboard.type('not 1');
  await expect(compare.prompt).toHaveValue('not 1');
  expect(await judge.ranking()).toEqual([]);
});

test('ranks by clicks and by dragging', async ({ page, words, api, fake }) => {
  const { judge, turn, laneIds } = await openTurn({ page, words, api, fakeUrl: fake.url }, 4);
  const [a, b, c, d] = laneIds;
  await judge.answer('C').click();
  await judge.answer('A').click();
  await judge.answer('D').click({ modifiers: ['Shift'] });
  await judge.answer('B').click();
  expect(await judge.ranking()).toEqual(['C', 'AD', 'B']);
  await judge.drag('B', 'C');
  expect(await judge.ranking()).toEqual(['CB', 'AD']);
  await judge.answer('D').press('ArrowDown');
  expect(await judge.ranking()).toEqual(['CB', 'A', 'D']);
  await expect(judge.answer('D')).toBeFocused();
  await judge.answer('D').press('Enter');
  await judge.expectSaved();
  expect(await readRanking(api, turn.id)).toMatchObject({ ranking: [[b, c], [a], [d]] });
});

test('says that answers are awaited while they are written, and that too few came once they ended', async ({
  page,
  words,
  api,
  fake,
}) => {
  const { id } = await api.createEndpoint(fake.url, 'Never ends', 'stall-mid');
  await page.goto(`/?lanes=${id},${id}`);
  const compare = new ComparePage(page, words);
  const { bar } = new JudgeBar(page, words);
  await expect(compare.chosenLanes).toHaveCount(2);
  await compare.send('Judge me');
  await expect(bar.getByText(words.judge.awaited)).toBeVisible();
  await page.getByRole('button', { name: words.compare.composer.stopAll }).click();
  await expect(bar.getByText(words.judge.nothingToRank)).toBeVisible();
});

test('one answer is rated, not ranked', async ({ page, words, api, fake }) => {
  const { judge, turn, laneIds } = await openTurn({ page, words, api, fakeUrl: fake.url }, 1);
  await judge.bar.getByRole('button', { name: words.judge.thumbUp }).click();
  await judge.expectSaved();
  const { body } = await api.call('GET', `/turns/${turn.id}/ballot`);
  expect(body).toMatchObject({ ranking: [], ratings: { [laneIds[0] ?? '']: { thumb: 'up' } } });
});

test.describe('while the server is away', () => {
  test.use({ expectedErrors: [/Failed to load resource: (net::ERR_|.* 503)/] });

  test('a verdict is kept on the device and sent when the server is back', async ({
    page,
    words,
    api,
    fake,
    program,
  }) => {
    const { judge, turn, laneIds } = await openTurn({ page, words, api, fakeUrl: fake.url }, 2);
    const [a, b] = laneIds;
    await program.stop();
    await judge.press('2');
    await judge.expectKept();
    await program.startAgain();
    await judge.expectSaved();
    expect(await readRanking(api, turn.id)).toMatchObject({ ranking: [[b], [a]] });
  });

  test('a verdict kept by a closed page is sent by the next one', async ({
    page,
    context,
    words,
    api,
    fake,
    program,
  }) => {
    const { judge, turn, laneIds } = await openTurn({ page, words, api, fakeUrl: fake.url }, 2);
    const [a, b] = laneIds;
    await program.stop();
    await judge.press('1');
    await judge.expectKept();
    await page.close();
    await program.startAgain();
    const next = await context.newPage();
    await next.goto('/results');
    await expect
      .poll(async () => (await api.call('GET', `/turns/${turn.id}/ballot`)).body)
      .toMatchObject({ ranking: [[a], [b]] });
  });
});

test('shows what two answers differ in, off the main thread', async ({ page, words, api, fake }) => {
  const echo = await api.createEndpoint(fake.url, 'Echo', 'echo');
  const markdown = await api.createEndpoint(fake.url, 'Markdown', 'markdown');
  const comparison = await api.createComparison([echo.id, markdown.id]);
  await api.ask(comparison.id, 'The sky is blue, 天空是蓝色的.');
  const started = page.waitForEvent('worker');
  await page.goto(`/?comparison=${comparison.id}`);
  const compare = new ComparePage(page, words);
  await compare.compareAnswers('A', 'B', 'Markdown');
  const dialog = page.getByRole('dialog', { name: words.diff.title });
  await expect(dialog.getByRole('deletion').first()).toBeVisible();
  await expect(dialog.getByRole('insertion').first()).toBeVisible();
  await started;
});
