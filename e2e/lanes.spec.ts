import { expect, test } from '#e2e/fixtures/test.ts';
import { ComparePage } from '#e2e/pages/compare-page.ts';

test('lanes are put in order by dragging', async ({ page, words, api, fake }) => {
  const names = ['First', 'Second', 'Third'];
  const endpoints = [];
  for (const name of names) endpoints.push(await api.createEndpoint(fake.url, name, 'echo'));
  const [first, second, third] = endpoints.map(({ id }) => id);
  await page.goto(`/?lanes=${first},${second},${third}`);
  const compare = new ComparePage(page, words);
  await expect(compare.chosenLanes).toHaveText(names);
  await compare.dragLane(0, 2);
  await expect(compare.chosenLanes).toHaveText(['Second', 'Third', 'First']);
  await compare.dragLane(2, 1);
  await expect(compare.chosenLanes).toHaveText(['Second', 'First', 'Third']);
  await expect(page).toHaveURL(new RegExp(`${second}.*${first}.*${third}`));
});

test('a short answer stays in sight beside a long one', async ({ page, words, api, fake }) => {
  const short = await api.createEndpoint(fake.url, 'Short', 'echo');
  const long = await api.createEndpoint(fake.url, 'Long', 'story-1500');
  const comparison = await api.createComparison([short.id, long.id]);
  await api.ask(comparison.id, 'Stay with me');
  await page.goto(`/?comparison=${comparison.id}`);
  const compare = new ComparePage(page, words);
  const said = compare.lane('A').getByText('Stay with me');
  await expect(said).toBeInViewport();
  const last = compare.lane('B').locator('p').last();
  await last.scrollIntoViewIfNeeded();
  await expect(last).toBeInViewport();
  await expect(said).toBeInViewport();
});
