import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { withListPrice } from '#app/_lib/facts/ask-with-list-price.ts';
import { refreshFacts } from '#app/_lib/facts/refresh-facts.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { type FakeEndpoint, startFakeEndpoint } from '#e2e/fake-endpoint/start-fake-endpoint.ts';
import type { CallableEndpoint } from '#lib/endpoints/ask.ts';
import { askEndpoint } from '#lib/endpoints/ask-endpoint.ts';
import { type FactServer, json, startFactServer } from '#lib/facts/testing/start-fact-server.ts';
import { publishToEnvironment } from '#lib/settings.ts';

setUpTestDatabase();
let fake: FakeEndpoint;
let server: FactServer;
beforeAll(async () => {
  [fake, server] = await Promise.all([startFakeEndpoint(), startFactServer()]);
});
afterAll(() => Promise.all([fake.stop(), server.stop()]));
beforeEach(() => publishToEnvironment({ LIVE_FACTS: 'off' }));

const now = new Date('2026-11-23T12:00:00Z');
const observer = {
  signal: new AbortController().signal,
  onText: () => {},
  onReasoning: () => {},
  onAttempt: () => {},
};

function ask(change: Partial<CallableEndpoint>, places = server.places) {
  const endpoint: CallableEndpoint = {
    ...{ id: 'e', name: 'E', protocol: 'chat', baseUrl: fake.url, model: 'hello', apiKey: null, headers: {} },
    ...{ params: {}, template: null, capabilities: {}, price: null, timeouts: {} },
    ...change,
  };
  const asked = { endpoint, messages: [{ role: 'user', content: 'Hi' } as const], params: {} };
  return withListPrice(askEndpoint, { places, now })(asked, observer);
}

test('the service’s published price estimates a cost, and says by whom', async () => {
  publishToEnvironment({ LIVE_FACTS: 'fetch' });
  const model = { id: 'hello', pricing: { prompt: '0.001', completion: '0.01' } };
  server.play({ '/api/v1/models': json({ data: [model] }) });
  const places = { ...server.places, openrouter: new URL(fake.url).origin };
  await (
    await refreshFacts([{ source: 'openrouter', subject: 'hello' }], null, { places: server.places, now })
  ).done;
  const { usage, costUsd, costSource } = await ask({}, places);
  expect(usage).not.toBeNull();
  expect(costSource).toBe('openrouter');
  expect(costUsd).toBeCloseTo((usage?.inputTokens ?? 0) * 0.001 + (usage?.outputTokens ?? 0) * 0.01, 9);
});

test('the endpoint’s own price is its price', async () => {
  const price = { inputPerMillion: 1_000_000, outputPerMillion: 0 };
  const places = { ...server.places, openrouter: new URL(fake.url).origin };
  const { usage, costUsd, costSource } = await ask({ price }, places);
  expect(costUsd).toBe(usage?.inputTokens);
  expect(costSource).toBeUndefined();
});

test('an answer without a published price costs what nobody knows', async () => {
  expect(await ask({})).toMatchObject({ status: 'complete', costUsd: null });
});
