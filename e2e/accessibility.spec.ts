import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '#e2e/fixtures/test.ts';
import { ComparePage } from '#e2e/pages/compare-page.ts';
import { JudgeBar } from '#e2e/pages/judge-bar.ts';

/** WCAG 2.2 AA, by machine as far as a machine can tell. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    // Experimental: takes a key cap or a letter in a badge for a part of the spoken label.
    .disableRules('label-content-name-mismatch')
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n  ')}`);
  expect(found).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    for (const path of [
      '/',
      '/api',
      '/endpoints',
      '/results',
      '/results/import',
      '/leaderboard',
      '/catalog',
      '/catalog/alpaca',
      '/catalog/printed',
      '/catalog/errata',
      '/catalog/lineage',
      '/catalog/timeline',
      '/catalog/scale',
      '/catalog/families',
      '/catalog/compare?ids=llama&ids=alpaca',
    ]) {
      test(`${path} is accessible`, async ({ page }) => {
        await page.goto(path);
        await expect(page.getByRole('main')).toBeVisible();
        await expect(page.getByRole('progressbar').or(page.locator('[aria-busy=true]'))).toHaveCount(0);
        await expectAccessible(page);
      });
    }

    test('a judged comparison, its details and the result are accessible', async ({
      page,
      words,
      api,
      fake,
    }) => {
      const endpoint = await api.createEndpoint(fake.url, 'Markdown', 'markdown');
      const broken = await api.createEndpoint(fake.url, 'Broken', 'no-such-model');
      const comparison = await api.createComparison([endpoint.id, endpoint.id, broken.id, endpoint.id]);
      const turn = await api.ask(comparison.id, 'Show me all of it');
      const [a, b] = comparison.lanes.map((lane) => lane.id);
      await api.judge(turn.id, { ranking: [[a ?? ''], [b ?? '']], comment: 'fine' });

      await page.goto(`/?comparison=${comparison.id}`);
      await new ComparePage(page, words).expectStatuses({ A: 'complete', C: 'failed' });
      const judge = new JudgeBar(page, words);
      await judge.openDetails();
      await expectAccessible(page);

      const [preference] = await api.listPreferences();
      await page.goto(`/results/${preference?.id}`);
      // Set by the page once it is alive.
      await expect(page.locator('pre').first()).toHaveAttribute('tabindex', '0');
      await expectAccessible(page);
    });
  });
}
