import { readFile } from 'node:fs/promises';
import { expect, test } from '#e2e/fixtures/test.ts';
import { say } from '#e2e/fixtures/words.ts';
import { CatalogPage } from '#e2e/pages/catalog-page.ts';

test('finds a card in either language, sorts, and keeps both in the address', async ({ page, words }) => {
  const catalog = new CatalogPage(page, words);
  await catalog.open();
  await catalog.search('清华');
  await expect(catalog.rows).toHaveCount(2);
  await catalog.search('meta');
  await catalog.sortBy('parameters');
  await expect(catalog.rows.first()).toContainText('OPT');
  await expect(page).toHaveURL(/q=meta/);
  await page.reload();
  await expect(catalog.rows.first()).toContainText('OPT');
});

test('shows what is sent, refuses what the format cannot say, and fills in an endpoint', async ({
  page,
  words,
}) => {
  const catalog = new CatalogPage(page, words);
  await catalog.open();
  await catalog.search('stanford alpaca');
  await catalog.openCard('Stanford Alpaca 7B');
  await expect(page.getByText('StandFord', { exact: true })).toBeVisible();
  await catalog.typePrompt('Count to three.');
  await expect(catalog.sent).toContainText('### Instruction:\nCount to three.\n\n### Response:');
  await catalog.addEarlierRound();
  await expect(page.getByRole('status').filter({ hasText: 'does not define a conversation' })).toBeVisible();

  await catalog.addAsEndpoint('Alpaca 7B');
  const form = page.getByRole('dialog', { name: words.endpoints.addTitle });
  await expect(form.getByLabel(words.endpoints.fields.model, { exact: true })).toHaveValue('alpaca-7b');
  await expect(form.getByLabel(words.endpoints.fields.baseUrl, { exact: true })).toHaveValue(
    'http://127.0.0.1:8000/v1',
  );
});

test('numbers the sources of a value, and tells who serves the model', async ({ page, words }) => {
  await page.goto('/catalog/ernie-bot');
  await page
    .getByRole('link', { name: say(words.catalog.sourceMark, { number: 2, title: '' }) })
    .first()
    .click();
  await expect(page).toHaveURL(/#source-2$/);
  await expect(page.locator(':target')).toContainText('Baidu Research');
  await page.getByText(words.catalog.providers).click();
  await expect(page.getByText('ernie-5.1', { exact: true })).toBeVisible();
});

test('brings more rows as a person scrolls', async ({ page, words }) => {
  const catalog = new CatalogPage(page, words);
  await catalog.open();
  await expect(catalog.rows.first()).toBeVisible();
  const all = await catalog.rows.count();
  await catalog.search('a');
  await expect.poll(() => catalog.rows.count()).toBeLessThan(all / 2);
  await catalog.rows.last().scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 10_000);
  await expect.poll(() => catalog.rows.count()).toBeGreaterThan(all / 2);
});

test('a link followed right after a key leads there, and back to the search', async ({ page, words }) => {
  const catalog = new CatalogPage(page, words);
  await catalog.open();
  await page.getByRole('searchbox', { name: words.catalog.table.search }).pressSequentially('bloomz');
  await catalog.openCard('BLOOMZ');
  await expect(page).toHaveURL(/\/catalog\/bloomz$/);
  await page.goBack();
  await expect(page).toHaveURL(/q=bloomz/);
  await expect(catalog.rows).toHaveCount(1);
});

test('sets cards side by side', async ({ page, words }) => {
  const catalog = new CatalogPage(page, words);
  await catalog.open();
  await catalog.pick('LLaMA');
  await catalog.pick('PaLM');
  await catalog.comparePicked(2);
  const table = page.getByRole('table', { name: words.catalog.compare.title });
  await expect(table.getByRole('columnheader')).toHaveCount(2);
  await expect(table).toContainText('540B');
});

test('a picture can be saved and stands alone', async ({ page, words }) => {
  const catalog = new CatalogPage(page, words);
  await catalog.open();
  await catalog.openView('scale');
  await expect(page.getByRole('link', { name: 'Chinchilla' })).toBeVisible();
  const download = await catalog.savePicture();
  expect(download.suggestedFilename()).toBe('baijia-size-and-data.svg');
  const svg = await readFile(await download.path(), 'utf8');
  expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
  expect(svg).toContain('Chinchilla');
  // With its legend.
  expect(svg).toContain(`>${words.catalog.architecture['encoder-decoder']}</text>`);
  expect(svg).not.toContain('class=');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the names of the rows stay in sight when the timeline is scrolled', async ({ page, words }) => {
    const catalog = new CatalogPage(page, words);
    await catalog.open();
    await catalog.openView('timeline');
    const latest = page.getByRole('link', { name: 'GPT-4', exact: true });
    await expect(latest).not.toBeInViewport();
    await latest.focus();
    await expect(latest).toBeInViewport();
    await expect(page.getByRole('figure').getByText('OpenAI', { exact: true })).toBeInViewport();
  });
});

test('shows the ballots judged here on the card of the model', async ({ page, words, api }) => {
  const comparison = await api.createComparison(['eliza', 'librarian']);
  const turn = await api.ask(comparison.id, 'Who made BLOOM, for the card?');
  const [a, b] = comparison.lanes.map((lane) => lane.id);
  await api.judge(turn.id, { ranking: [[a ?? ''], [b ?? '']] });
  await page.goto('/catalog/eliza');
  await page.getByRole('link', { name: 'Who made BLOOM, for the card?' }).waitFor();
  await page.goto('/results?card=shannon');
  await expect(page.getByRole('list', { name: words.results.listLabel })).toHaveCount(0);
  await page.goto('/results?card=eliza');
  await expect(
    page.getByRole('list', { name: words.results.listLabel }).getByRole('listitem'),
  ).not.toHaveCount(0);
});

test('tells of the model behind a lane at a glance, and sets the cards of a comparison side by side', async ({
  page,
  words,
  api,
}) => {
  const comparison = await api.createComparison(['eliza', 'librarian']);
  await api.ask(comparison.id, 'Who are you?');
  await page.goto(`/?comparison=${comparison.id}`);
  await page.getByRole('button', { name: say(words.lane.openCard, { name: 'ELIZA' }) }).click();
  const panel = page.getByRole('dialog', { name: 'ELIZA' });
  await expect(panel.getByText('January 1966').first()).toBeVisible();
  await expect(panel.getByText(words.catalog.here.title)).toBeVisible();
  await expect(panel.getByText(words.catalog.live.free, { exact: true })).toBeVisible();
  await panel.getByRole('link', { name: words.catalog.compareThese }).click();
  const table = page.getByRole('table', { name: words.catalog.compare.title });
  await expect(table.getByRole('columnheader')).toHaveCount(2);
});

test.describe('in Chinese', () => {
  test.use({ language: 'zh-CN' });

  test('the differences are told in Chinese', async ({ page, words }) => {
    const catalog = new CatalogPage(page, words);
    await catalog.open();
    await catalog.openView('errata');
    await expect(page.getByText('173B 从未公布过')).toBeVisible();
  });
});
