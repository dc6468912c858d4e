import { devices } from '@playwright/test';
import { expect, test } from '#e2e/fixtures/test.ts';
import { ResultsPage } from '#e2e/pages/results-page.ts';

const { defaultBrowserType: _, ...phone } = devices['Pixel 7'];

test.describe('on a phone', () => {
  test.use(phone);

  test('a record opened while its search still stands in the field is not left again', async ({
    page,
    words,
    api,
  }) => {
    const comparison = await api.createComparison(['eliza', 'librarian']);
    const turn = await api.ask(comparison.id, 'Opened at once, 随打随开');
    const [a = '', b = ''] = comparison.lanes.map((lane) => lane.id);
    await api.judge(turn.id, { ranking: [[a], [b]] });

    const results = new ResultsPage(page, words);
    await results.open();
    await results.row('随打随开').waitFor();
    // The record stays on its way until the search stands in the address.
    const isWritten = Promise.withResolvers<void>();
    await page.route(/\/results\/[\w-]+\?_rsc=/, async (route) => {
      await isWritten.promise;
      await route.continue();
    });
    await results.search('随打随开');
    await results.row('随打随开').click();
    await page.waitForURL(/[?&]q=/, { waitUntil: 'commit' });
    isWritten.resolve();
    await expect(page).toHaveURL(/\/results\/[\w-]+(\?.*)?$/);
    await expect(results.detail).toContainText('随打随开');
  });

  test('the way back from a record leads to the list as it was filtered', async ({ page, words, api }) => {
    const comparison = await api.createComparison(['eliza', 'librarian']);
    const turn = await api.ask(comparison.id, 'There and back, 去了又回');
    const [a = '', b = ''] = comparison.lanes.map((lane) => lane.id);
    await api.judge(turn.id, { ranking: [[a, b]] });

    const results = new ResultsPage(page, words);
    await page.goto('/results?q=%E5%8E%BB%E4%BA%86&outcome=tie');
    await results.openRow('去了又回');
    await expect(results.detail).toContainText('去了又回');
    await page.getByRole('link', { name: words.results.backToList }).click();
    await expect(page).toHaveURL(/\/results\?q=.*&outcome=tie$/);
    await expect(results.rows).toHaveCount(1);
  });
});

test('a search finds what an answer says; keys lead on; what lies behind a record can be opened', async ({
  page,
  words,
  api,
  fake,
}) => {
  const endpoint = await api.createEndpoint(fake.url, 'Searched', 'story-80-100');
  const comparison = await api.createComparison([endpoint.id, 'eliza']);
  const [a = '', b = ''] = comparison.lanes.map((lane) => lane.id);
  for (const prompt of ['找得到 one', '找得到 two']) {
    const turn = await api.ask(comparison.id, prompt);
    await api.judge(turn.id, { ranking: [[a], [b]], comment: `said of ${prompt}` });
  }
  const results = new ResultsPage(page, words);
  await results.open();
  await results.search('到 SAID');
  await expect(results.rows).toHaveCount(2);
  await expect(results.row('找得到 two').locator('mark').first()).toHaveText('到');
  await expect(results.detail).toContainText('找得到 two');
  await page.keyboard.press('Escape');
  await results.row('找得到 two').click();
  await page.keyboard.press('j');
  await expect(results.detail).toContainText('找得到 one');
  await page.keyboard.press('k');
  await expect(results.detail).toContainText('找得到 two');

  const { history } = words.results;
  await results.detail.getByRole('button', { name: history.title }).click();
  await expect(results.detail).toContainText(history.counts);
  await expect(results.detail.locator('pre').first()).toContainText('"找得到 two"');
  await results.detail.getByRole('button', { name: words.results.compareAnswers }).click();
  await expect(page.getByRole('dialog')).toContainText(words.diff.title);

  await page.goto('/results?q=%E6%89%BE%E4%B8%8D%E5%88%B0');
  await expect(page.getByText(words.results.nothingFound)).toBeVisible();
});

test('on a wide screen the list scrolls by itself, beside the record, and is found where it was left', async ({
  page,
  words,
  api,
}) => {
  const comparison = await api.createComparison(['eliza', 'librarian']);
  const [a = '', b = ''] = comparison.lanes.map((lane) => lane.id);
  for (let turns = 0; turns < 10; turns += 1) {
    const turn = await api.ask(comparison.id, `Row ${turns}`);
    await api.judge(turn.id, { ranking: [[a], [b]] });
  }
  await page.setViewportSize({ width: 1200, height: 600 });
  const results = new ResultsPage(page, words);
  await results.open();
  await expect(results.row('Row 9')).toBeVisible();
  await expect(results.detail).toContainText('Row 9');
  const { page: pageHeight, screen } = await page.evaluate(() => ({
    page: document.documentElement.scrollHeight,
    screen: innerHeight,
  }));
  expect(pageHeight).toBe(screen);
  await results.row('Row 9').hover();
  // In small steps: records of other tests may stand below.
  await expect(async () => {
    await page.mouse.wheel(0, 100);
    await expect(results.row('Row 0')).toBeInViewport({ timeout: 500 });
  }).toPass();
  await expect(results.row('Row 9')).not.toBeInViewport();

  await results.openRow('Row 0');
  await expect(results.detail).toContainText('Row 0');
  await results.detail.getByRole('link', { name: words.results.openComparison }).click();
  await page.waitForURL(/comparison=/);
  await page.goBack();
  await expect(results.detail).toContainText('Row 0');
  await expect(results.row('Row 0')).toBeInViewport();
});

test('the overview counts what the filters leave, and its bars filter', async ({
  page,
  words,
  api,
  fake,
}) => {
  const endpoint = await api.createEndpoint(fake.url, 'Counted', 'story-80-100');
  const comparison = await api.createComparison([endpoint.id, 'eliza']);
  const [a = '', b = ''] = comparison.lanes.map((lane) => lane.id);
  const turn = await api.ask(comparison.id, 'Counted once');
  await api.judge(turn.id, { ranking: [[a], [b]], ratings: { [b]: { flags: ['hallucination'] } } });
  const other = await api.ask(comparison.id, 'Counted twice');
  await api.judge(other.id, { ranking: [[a, b]] });

  const results = new ResultsPage(page, words);
  await page.setViewportSize({ width: 1280, height: 700 });
  await page.goto(`/results?endpoint=${endpoint.id}`);
  const { outcomes, overview } = words.results;
  const fold = results.overview.getByRole('button', { name: overview.title, exact: true });
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await fold.click();
  await expect(results.bar('endpoints', 'Counted')).toHaveAttribute('aria-pressed', 'true');
  await expect(results.bar('endpoints', 'Counted')).toHaveAccessibleName(
    `Counted: 2 answers, 1 ${overview.results.won} and 1 ${overview.results.tied}`,
  );
  await results.bar('outcomes', outcomes.tie).click();
  await expect(results.rows).toHaveCount(1);
  await expect(page).toHaveURL(/outcome=tie/);
  await results.bar('outcomes', outcomes.tie).click();
  await expect(results.rows).toHaveCount(2);
  await results.bar('flags', words.judge.flags.hallucination).click();
  await expect(results.row('Counted once')).toBeVisible();
  await expect(results.rows).toHaveCount(1);

  // One bar of the days is in the tab order; the table behind it filters as well.
  const days = results.overview.getByRole('region', { name: overview.per.day });
  await expect(days.getByRole('button', { name: '1 judgement' })).toHaveAttribute('tabindex', '0');
  await days.getByRole('button', { name: `${overview.per.day}: ${overview.table.toLowerCase()}` }).click();
  await page.getByRole('dialog').getByRole('row').last().getByRole('button').click();
  await expect(page).toHaveURL(/from=\d{4}-\d{2}-\d{2}&to=/);
  await page.reload();
  await expect(fold).toHaveAttribute('aria-expanded', 'true');
  await page.getByRole('button', { name: words.results.filters.clear }).click();
  await page.getByRole('button', { name: words.results.filters.further }).click();
  await page.getByRole('combobox', { name: words.results.filters.raterField }).selectOption('local');
  await expect(page).toHaveURL(/rater=local/);
});
