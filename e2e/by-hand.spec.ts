import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { Api } from '#e2e/fixtures/api.ts';
import { expect, test } from '#e2e/fixtures/test.ts';
import { say } from '#e2e/fixtures/words.ts';
import { ResultsPage } from '#e2e/pages/results-page.ts';

async function judge(api: Api, prompts: readonly string[]): Promise<void> {
  const comparison = await api.createComparison(['eliza', 'librarian']);
  const [a = '', b = ''] = comparison.lanes.map((lane) => lane.id);
  for (const prompt of prompts) {
    const turn = await api.ask(comparison.id, prompt);
    await api.judge(turn.id, { ranking: [[a], [b]] });
  }
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .disableRules('label-content-name-mismatch')
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

test('a record is tagged, given a note and excluded by key; each can be undone', async ({
  page,
  words,
  api,
}) => {
  await judge(api, ['Marked by hand, 手工']);
  const results = new ResultsPage(page, words);
  await results.open();
  await results.search('手工');
  await expect(results.rows).toHaveCount(1);
  await results.row('手工').click();
  await results.tag('难 题');
  await expect(results.row('手工')).toContainText('难 题');
  await page.keyboard.press('Escape');
  await results.detail.getByRole('heading').first().click({ force: true });

  await page.keyboard.press('n');
  const { byHand } = words.results;
  await results.marks.getByRole('textbox', { name: byHand.note }).fill('read twice\n再看一遍');
  await page.keyboard.press('Control+Enter');
  await expect(results.marks.getByRole('figure')).toContainText('再看一遍');

  await page.keyboard.press('x');
  await page.keyboard.type('a trial run');
  await page.keyboard.press('Enter');
  await expect(results.detail).toContainText(say(words.results.excluded, { reasons: 'a trial run' }));
  await expect(results.row('手工')).toContainText(byHand.excludedMark);
  await expectAccessible(page);
  await results.undo();
  await expect(results.row('手工')).not.toContainText(byHand.excludedMark);

  const [record] = await api.listPreferences(`?q=${encodeURIComponent('手工')}`);
  expect(record).toMatchObject({ excluded: [], tags: ['难 题'], note: { text: 'read twice\n再看一遍' } });
  await page.goto(`/results/${record?.id}`);
  await results.tagOf('难 题').click();
  await expect(results.tagOf('难 题')).toHaveCount(0);
  await results.undo();
  await expect(results.tagOf('难 题')).toBeVisible();
});

test('everything that matches is tagged and excluded, the view is saved, and all of it is undone', async ({
  page,
  words,
  api,
}) => {
  await judge(api, ['Bulk one 批量', 'Bulk two 批量', 'Another']);
  const results = new ResultsPage(page, words);
  await results.open();
  await results.search('批量');
  await expect(results.rows).toHaveCount(2);
  const { bulk, savedViews } = words.results;
  const changing = results.dialog(bulk.title);
  await changeAll(page, changing, bulk.openTag, 'bulky');
  await results.openFurtherFilters();
  await results.filterByTag('bulky');
  await changeAll(page, changing, bulk.openExclude, 'all of them');
  await results.filterByCounted('none');
  await expect(page.getByText(words.results.nothingFound)).toBeVisible();
  await results.filterByCounted('any');
  await expect(results.rows).toHaveCount(2);

  await page.getByRole('button', { name: savedViews.save }).click();
  await results.dialog(savedViews.saveTitle).getByRole('textbox').fill('Set aside');
  await page.keyboard.press('Enter');
  await expect(results.view('Set aside')).toHaveAttribute('aria-pressed', 'true');
  await page.goto('/results');
  await results.view('Set aside').click();
  await expect(results.rows).toHaveCount(2);
  await results.view(savedViews.manage).click();
  const managing = results.dialog(savedViews.manage);
  await managing.getByRole('textbox').fill('Kept out');
  await page.keyboard.press('Enter');
  await expectAccessible(page);
  await managing.getByRole('button', { name: say(savedViews.delete, { name: 'Kept out' }) }).click();
  await expect(managing).toContainText(savedViews.none);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: words.results.changes.title }).click();
  await expectAccessible(page);
  for (let left = 2; left > 0; left -= 1) {
    const undo = results
      .dialog(words.results.changes.title)
      .getByRole('button', { name: words.results.byHand.undo });
    const count = await undo.count();
    await undo.first().click();
    await expect(undo).toHaveCount(count - 1);
  }
  const records = await api.listPreferences(`?q=${encodeURIComponent('批量')}`);
  for (const record of records) expect(record).toMatchObject({ tags: [], excluded: [] });
});

/** The button that confirms names how many will be changed. */
async function changeAll(page: Page, dialog: Locator, open: string, value: string): Promise<void> {
  await page.getByRole('button', { name: open }).click();
  await dialog.getByRole('combobox').last().fill(value);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: /\b2\b/ }).click();
  await expect(dialog).toHaveCount(0);
}
