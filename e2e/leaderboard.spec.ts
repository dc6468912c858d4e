import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Api } from '#e2e/fixtures/api.ts';
import { Program } from '#e2e/fixtures/program.ts';
import { test as base, expect } from '#e2e/fixtures/test.ts';
import { say } from '#e2e/fixtures/words.ts';
import { LeaderboardPage } from '#e2e/pages/leaderboard-page.ts';

/** A program of its own: the board is empty at first. */
const test = base.extend<object, { program: Program }>({
  program: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs
    async ({}, use) => {
      const program = await Program.start();
      await use(program);
      await program.remove();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});
test.describe.configure({ mode: 'serial' });
// An anchor that is not on the board is refused, and browsers write that to the console.
test.use({ expectedErrors: [/status of 400/] });

/** One judged turn of two demo endpoints; the first lane wins unless the ballot says otherwise. */
async function judge(
  api: Api,
  ids: readonly string[],
  outcome: 'first' | 'tie' | 'bad' = 'first',
): Promise<void> {
  const comparison = await api.createComparison(ids);
  const turn = await api.ask(comparison.id, 'Hello');
  const lanes = comparison.lanes.map(({ id }) => id);
  if (outcome === 'bad') await api.judge(turn.id, { allBad: true });
  else await api.judge(turn.id, { ranking: outcome === 'tie' ? [lanes] : lanes.map((id) => [id]) });
}

test('an empty board, the first votes, every setting, and the file of it', async ({ page, words, api }) => {
  const board = new LeaderboardPage(page, words);
  const t = words.leaderboard;
  await board.open();
  await expect(page.getByRole('heading', { name: t.emptyTitle })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: t.emptyAction })).toHaveAttribute(
    'href',
    '/battle',
  );

  await judge(api, ['eliza', 'shannon']);
  await page.reload();
  await expect(board.row('ELIZA')).toContainText(
    say(t.notRankable, { reason: t.reasons['one-sided'] }).slice(0, 12),
  );
  await expect(page.getByText(t.notRankedTitle)).toBeVisible();

  await judge(api, ['shannon', 'eliza']);
  await judge(api, ['eliza', 'librarian'], 'tie');
  await judge(api, ['librarian', 'shannon'], 'bad');
  await page.reload();
  await expect(page.getByText(t.fewTitle)).toBeVisible();
  await expect(board.table.getByRole('row')).toHaveCount(4);

  await board.word('ties').selectOption('drop');
  await expect(page).toHaveURL(/ties=drop/);
  await expect(board.row('librarian')).toContainText(t.reasons['no-battles']);
  await board.word('ties').selectOption('davidson');
  await expect(page.getByText(t.effects['log nu'])).toBeVisible();
  await board.word('control').selectOption('position');
  await expect(page).toHaveURL(/position=true/);
  await expect(board.word('ties')).toHaveValue('half');
  await expect(page.getByRole('button', { name: t.effects.position })).toBeVisible();
  await board.word('interval').selectOption('none');
  await expect(board.word('confidence')).toHaveCount(0);
  await page.getByRole('button', { name: t.settings.reset }).click();
  await expect(page).toHaveURL(/\/leaderboard$/);

  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: t.export.csvLabel }).click();
  const text = await readFile(await (await started).path(), 'utf8');
  expect(text).toContain('id,name,status');
  expect(text.trim().split('\r\n')).toHaveLength(4);
});

test('the address holds the settings; numbers explain themselves to the keyboard', async ({
  page,
  words,
}) => {
  const board = new LeaderboardPage(page, words);
  const t = words.leaderboard;
  await board.open('?mode=blind&rater=me');
  await expect(page.getByRole('heading', { name: t.emptyFiltered })).toBeVisible();
  await board.word('mode').selectOption('');
  await expect(board.word('rater')).toHaveValue('me');

  const rating = page.getByRole('button', { name: t.columns.rating, exact: true });
  await rating.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(t.explain.rating)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText(t.explain.rating)).toBeHidden();

  await board.open('?anchor=nobody');
  await expect(page.getByText(t.anchorGone)).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: t.settings.reset }).last().click();
  await expect(board.table).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`matrix, history and agreement are accessible in ${colorScheme} colours`, async ({ page, words }) => {
    await page.emulateMedia({ colorScheme });
    const board = new LeaderboardPage(page, words);
    const t = words.leaderboard;
    await board.open();
    for (const title of [t.matrix.title, t.history.title, t.agreement.title]) {
      await board.section(title).scrollIntoViewIfNeeded();
    }
    await expect(page.getByText(t.agreement.alone)).toBeVisible();
    await board.word('ties').scrollIntoViewIfNeeded();
    await page.getByRole('combobox', { name: t.matrix.view }).selectOption('better');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  });
}
