import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Api } from '#e2e/fixtures/api.ts';
import { expect, test } from '#e2e/fixtures/test.ts';
import type { Language } from '#e2e/fixtures/words.ts';
import { BattlePage } from '#e2e/pages/battle-page.ts';
import type { Endpoint } from '#lib/endpoints/schema.ts';

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .disableRules('label-content-name-mismatch')
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n  ')}`)).toEqual(
    [],
  );
}

/** Battles draw these alone. */
async function drawFrom(api: Api, endpoints: readonly Endpoint[]): Promise<void> {
  const { body } = await api.call<{ data: Endpoint[] }>('GET', '/endpoints');
  const chosen = new Set(endpoints.map(({ id }) => id));
  for (const { id } of body.data) {
    const battle = { weight: chosen.has(id) ? 1 : 0, isPinned: false };
    await api.call('PATCH', `/endpoints/${id}`, { battle });
  }
}

/** Every byte that the browser gets from now on, but the program's own scripts, which are the same for all. */
function listen(page: Page): () => Promise<string> {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/_next/static/')) return;
    const head = JSON.stringify(response.headers());
    bodies.push(
      response.text().then(
        (text) => `${response.url()} ${head} ${text}`,
        () => head,
      ),
    );
  });
  return async () => (await Promise.all(bodies)).join('\n');
}

for (const language of ['en', 'zh-CN'] satisfies Language[]) {
  test.describe(language, () => {
    test.use({ language });

    test('a battle by keys: hidden until the vote, then told, and the next by one key', async ({
      page,
      api,
      fake,
      words,
    }) => {
      const marks = [`Zaphod ${language}`, `Trillian ${language}`];
      const endpoints = [
        await api.createEndpoint(fake.url, marks[0] ?? '', 'markdown?from=beeblebrox'),
        await api.createEndpoint(fake.url, marks[1] ?? '', 'echo?from=macmillan'),
      ];
      await drawFrom(api, endpoints);
      const heard = listen(page);
      const battle = new BattlePage(page, words);
      await battle.open();
      await expectAccessible(page);
      await battle.ask('Tell me something.');
      await expect(battle.ended()).toHaveCount(2);
      await battle.ask('And more?');
      await expect(battle.ended()).toHaveCount(4);
      await expectAccessible(page);
      // All that came, and all that the page holds: markup, attributes, server components' data.
      const bytes = `${await heard()}\n${await page.content()}`.toLowerCase();
      const traces = [
        'zaphod',
        'trillian',
        'beeblebrox',
        'macmillan',
        fake.url,
        ...endpoints.map(({ id }) => id),
      ];
      for (const trace of traces) expect(bytes).not.toContain(trace.toLowerCase());

      await page.keyboard.press('1');
      await expect(battle.outcome()).toContainText(language);
      for (const mark of marks) await expect(battle.answers().filter({ hasText: mark })).toHaveCount(2);
      await expectAccessible(page);
      await page.keyboard.press('n');
      await expect(battle.heading()).toBeVisible();
      await expect(battle.answers()).toHaveCount(0);
    });
  });
}
