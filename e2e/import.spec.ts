import { gzipSync } from 'node:zlib';
import { expect, test } from '#e2e/fixtures/test.ts';
import type { Language } from '#e2e/fixtures/words.ts';
import { ImportPage } from '#e2e/pages/import-page.ts';

const conversation = (prompt: string, answer: string) => [
  { role: 'user', content: prompt },
  { role: 'assistant', content: answer },
];
const battle = (id: string, prompt: string, winner: string) => ({
  question_id: id,
  model_a: 'alder',
  model_b: 'birch',
  winner,
  judge: 'arena_user_1',
  conversation_a: conversation(prompt, 'one'),
  conversation_b: conversation(prompt, 'two'),
  turn: 1,
  tstamp: 1_700_000_000,
});

const languages: { language: Language; width: number }[] = [
  { language: 'en', width: 1440 },
  { language: 'zh-CN', width: 390 },
];
for (const { language, width } of languages) {
  test.describe(language, () => {
    test.use({ language, viewport: { width, height: 900 } });

    test('a file is recognised, previewed, tried and imported once', async ({ page, words, api }) => {
      const prompt = `Imported ${language} 导入`;
      const rows = [
        battle(`1 ${language}`, prompt, 'model_b'),
        battle(`2 ${language}`, `${prompt} again`, 'tie'),
        battle(`3 ${language}`, prompt, 'nobody'),
      ];
      const imports = new ImportPage(page, words);
      await imports.openFromResults();
      await imports.choose('battles.jsonl.gz', gzipSync(rows.map((row) => JSON.stringify(row)).join('\n')));
      await expect(imports.format).toContainText(words.imports.formats['arena-33k'].name);
      await expect(imports.preview).toContainText('question_id, model_a, model_b');
      await expect(imports.preview.getByRole('row').nth(1)).toContainText('birch');
      const reason = words.imports.reasons['unknown-winner'].replace('{value}', '"nobody"');
      await expect(imports.preview).toContainText(reason);

      await imports.press('try');
      await expect(imports.outcome).toContainText('2');
      await expect(imports.outcome).toContainText(reason);
      const found = () => api.listPreferences(`?q=${encodeURIComponent(prompt)}`);
      expect(await found()).toHaveLength(0);

      await imports.press('import');
      await expect(imports.outcome.getByRole('link', { name: words.imports.toLog })).toBeVisible();
      const stored = await found();
      expect(stored.map(({ excluded }) => excluded)).toEqual([['imported'], ['imported']]);
      await imports.press('import');
      await expect(imports.outcome).toContainText(/2/);
      expect(await found()).toHaveLength(2);
      await imports.outcome.getByRole('link', { name: words.imports.toLog }).click();
      await page.waitForURL('**/results');
    });
  });
}

test('a format can be chosen, and judgements taken into the leaderboard', async ({ page, words, api }) => {
  const imports = new ImportPage(page, words);
  await imports.openFromResults();
  await imports.choose('unknown.json', '[{"a": 1}]');
  await expect(page.getByText(words.imports.unknown)).toBeVisible();
  await imports.format.click();
  await page.getByRole('option', { name: words.imports.formats['arena-140k'].name }).click();
  await expect(imports.preview).toContainText(words.imports.line.replace('{line}', '1'));

  await imports.choose('counted.json', JSON.stringify([battle('counted', 'Counted import', 'model_a')]));
  await expect(imports.preview).toContainText('Counted import');
  await imports.count();
  await imports.press('import');
  await expect(imports.outcome.getByRole('link', { name: words.imports.toLog })).toBeVisible();
  const [stored] = await api.listPreferences('?q=Counted%20import');
  expect(stored?.excluded).toEqual([]);
});
