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

/** Whether the page ever showed this text, from now on. */
async function watchFor(page: Page, text: string): Promise<() => Promise<boolean>> {
  await page.addInitScript((wanted) => {
    const look = () => {
      if (document.body?.innerText.includes(wanted)) document.documentElement.dataset.shown = 'yes';
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  }, text);
  return () => page.evaluate(() => document.documentElement.dataset.shown === 'yes');
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
      const hasRefused = await watchFor(page, words.judge.nothingToRank);
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

      // While the answers are written there is nothing to judge, and nothing says so.
      expect(await hasRefused()).toBe(false);
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

/** Everything the page holds: what it shows, and what it keeps out of sight. */
const holdings = (page: Page) =>
  page.evaluate(() =>
    JSON.stringify({
      markup: document.documentElement.outerHTML,
      stored: [{ ...localStorage }, { ...sessionStorage }, document.cookie],
      address: location.href,
      history: history.state,
      fetched: performance.getEntries().map(({ name }) => name),
    }),
  );

/** Failures before, in and after the words, and what only some servers send. */
const faults = [
  ...['fail-401-key', 'html-200', 'error-first', 'error-then-stop', 'eof-mid', 'reset-mid', 'empty-200'],
  ...['thinker', 'reasoning-content', 'usage-every-chunk', 'finish-length', 'role-ai'],
];

test('however a model fails or speaks, neither the wire nor the page tells before the vote', async ({
  page,
  api,
  fake,
  words,
}) => {
  test.setTimeout(180_000);
  const healthy = [
    await api.createEndpoint(fake.url, 'Slartibartfast one', 'hello?from=magrathea'),
    await api.createEndpoint(fake.url, 'Slartibartfast two', 'echo?from=magrathea'),
  ];
  const battle = new BattlePage(page, words);
  for (const shape of faults) {
    const faulty = await api.createEndpoint(fake.url, `Vogon ${shape}`, `${shape}?from=prosser`);
    await drawFrom(api, [...healthy, faulty]);
    await api.call('PATCH', `/endpoints/${faulty.id}`, { battle: { weight: 1, isPinned: true } });
    const heard = listen(page);
    await battle.open();
    await battle.ask('What is the answer?');
    await expect(battle.ended(), shape).toHaveCount(2);
    const bytes = `${await heard()}\n${await holdings(page)}`.toLowerCase();
    const ids = [...healthy, faulty].map(({ id }) => id);
    for (const trace of ['vogon', 'prosser', 'slartibartfast', 'magrathea', fake.url, ...ids]) {
      expect(bytes, `${shape} tells ${trace}`).not.toContain(trace.toLowerCase());
    }
  }
});
