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
    await expect(page).toHaveURL(/\/results\/[\w-]+$/);
    await expect(results.detail).toContainText('随打随开');
  });
});
