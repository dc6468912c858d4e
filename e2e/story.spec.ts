import { devices } from '@playwright/test';
import { expect, test } from '#e2e/fixtures/test.ts';
import type { Language } from '#e2e/fixtures/words.ts';
import { ComparePage } from '#e2e/pages/compare-page.ts';
import { EndpointsPage } from '#e2e/pages/endpoints-page.ts';
import { JudgeBar } from '#e2e/pages/judge-bar.ts';
import { ResultsPage } from '#e2e/pages/results-page.ts';

const { defaultBrowserType: _, ...phone } = devices['Pixel 7'];
const variants: { title: string; language: Language; screen: Parameters<typeof test.use>[0] }[] = [
  {
    title: 'in English on a wide screen',
    language: 'en',
    screen: { viewport: { width: 1440, height: 900 } },
  },
  { title: 'in Chinese on a phone', language: 'zh-CN', screen: phone },
];

for (const { title, language, screen } of variants) {
  test.describe(title, () => {
    test.use({ language, ...screen });

    test('asks four lanes, judges them, and finds the judgement after a restart', async ({
      page,
      words,
      fake,
      api,
      program,
    }) => {
      test.setTimeout(240_000);
      const names = { story: `Story ${language}`, slow: `Slow ${language}`, broken: `Broken ${language}` };

      const endpoints = new EndpointsPage(page, words);
      await endpoints.open();
      await endpoints.addAndTest({ name: names.story, baseUrl: fake.url, model: 'story-80-100' });
      await expect(endpoints.row(names.story)).toContainText(words.endpoints.testOk.slice(0, -1));
      await endpoints.addAndTest({ name: names.slow, baseUrl: fake.url, model: 'slow-120-15' });
      await endpoints.addAndTest({ name: names.broken, baseUrl: fake.url, model: 'no-such-model' });

      const compare = new ComparePage(page, words);
      await compare.open();
      await compare.chooseLanes([names.story, names.slow, names.broken, names.story]);
      const prompt = `Four lanes, please: 四个模型 ${language}`;
      await compare.send(prompt);

      // A refresh in the middle of the slow lane: everything goes on.
      const slow = compare.lane('B').last();
      await expect(slow).toHaveAttribute('data-status', 'streaming');
      await expect(slow).toContainText(/\w+ \w+ \w+/);
      await page.reload();
      await compare.expectStatuses({ A: 'complete', B: 'complete', C: 'failed', D: 'complete' });
      await expect(compare.lane('C').last()).toContainText('no-such-model');

      // Shown is what is stored, whole.
      const { body: history } = await api.call<{ data: { id: string }[] }>('GET', '/comparisons?limit=1');
      const { body: stored } = await api.call<{ turns: { responses: { text: string }[] }[] }>(
        'GET',
        `/comparisons/${history.data[0]?.id}`,
      );
      const text = stored.turns[0]?.responses[1]?.text ?? '';
      expect(text.split(/\s+/).length).toBeGreaterThan(20);
      const shown = (await slow.textContent()) ?? '';
      expect(shown.replaceAll(/\s+/g, '')).toContain(text.replaceAll(/\s+/g, ''));

      // By keys: B and A first together, then D; C failed and cannot be ranked.
      const judge = new JudgeBar(page, words);
      await expect(judge.answer('C')).toBeDisabled();
      await judge.press('2', '=', '1', '4');
      expect(await judge.ranking()).toEqual(['BA', 'D']);
      await judge.press('Enter');
      await judge.expectSaved();

      await judge.openDetails();
      await judge.scale('A', 'overall').getByRole('button', { name: '6', exact: true }).click();
      await judge.rating('B').getByLabel(words.judge.comment).fill('Slow, but good. 慢，但是好。');
      await judge.expectSaved(2);

      await page.goto('about:blank');
      await program.stop();
      await program.startAgain();

      const results = new ResultsPage(page, words);
      await results.open();
      await results.search(`四个模型 ${language}`);
      await results.filterByOutcome('tie');
      await expect(results.rows).toHaveCount(1);
      await results.openRow(prompt);
      await expect(results.detail).toContainText('慢，但是好。');
      const permalink = page.url();
      await page.goto('about:blank');
      await page.goto(permalink);
      await expect(results.detail).toContainText('慢，但是好。');
      await expect(results.detail).toContainText(names.slow);
    });
  });
}
