import { readFile } from 'node:fs/promises';
import { expect, test } from '#e2e/fixtures/test.ts';

test('the export tells its rows before it starts, and its file holds them', async ({
  page,
  words,
  api,
  fake,
}) => {
  const endpoints = await Promise.all(
    ['Exported A', 'Exported B'].map((name) =>
      api.createEndpoint(fake.url, name, `story-${name.endsWith('A') ? 20 : 25}-500`),
    ),
  );
  const comparison = await api.createComparison(endpoints.map(({ id }) => id));
  const turn = await api.ask(comparison.id, 'Export me, please');
  const [a, b] = turn.responses.map(({ laneId }) => laneId);
  await api.judge(turn.id, { ranking: [[b ?? ''], [a ?? '']], strength: 2 });

  await page.goto('/results?q=Export%20me');
  await page.getByRole('button', { name: words.exports.open, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: words.exports.title });
  await expect(dialog.getByRole('status')).toContainText(/1 row from 1 judgement/);
  await dialog.getByRole('combobox', { name: words.exports.format }).click();
  await page.getByRole('option', { name: words.exports.formats.arena.name }).click();
  await expect(dialog.getByRole('status')).toContainText(/1 row from 1 judgement/);
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: words.exports.download }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('baijia-arena.jsonl');
  const row = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(row).toMatchObject({ model_a: 'Exported A', model_b: 'Exported B', winner: 'model_b' });
  await expect(dialog.getByText(words.exports.done)).toBeVisible();

  await dialog.getByRole('combobox', { name: words.exports.part }).click();
  await page.getByRole('option', { name: words.exports.parts.folder.name }).click();
  const packing = page.waitForEvent('download');
  await dialog.getByRole('button', { name: words.exports.download }).click();
  const folder = await packing;
  expect(folder.suggestedFilename()).toBe('baijia-arena.tar');
  const archive = await readFile(await folder.path(), 'utf8');
  for (const name of ['data/train-00000.jsonl', 'README.md', 'manifest.json']) {
    expect(archive).toContain(`baijia-arena/${name}`);
  }
});

test('an export can be cancelled while it runs', async ({ page, words }) => {
  await page.goto('/results');
  // The rows are held back, so that there is a running export to cancel however small the log is.
  const held = Promise.withResolvers<void>();
  await page.route(/\/api\/v1\/exports\/[^/]+$/, async (route) => {
    await held.promise;
    await route.abort().catch(() => {});
  });
  await page.getByRole('button', { name: words.exports.open, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: words.exports.title });
  await dialog.getByRole('combobox', { name: words.exports.format }).click();
  await page.getByRole('option', { name: words.exports.formats.baijia.name }).click();
  const start = dialog.getByRole('button', { name: words.exports.download });
  await expect(start).toBeEnabled();
  await start.click();
  await expect(dialog.getByRole('progressbar', { name: words.exports.progress })).toBeVisible();
  await dialog.getByRole('button', { name: words.exports.cancel }).click();
  await expect(start).toBeVisible();
  held.resolve();
});
