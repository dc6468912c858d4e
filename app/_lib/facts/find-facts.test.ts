import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { findEndpointFacts } from '#app/_lib/facts/find-facts.ts';
import { refreshFacts } from '#app/_lib/facts/refresh-facts.ts';
import { send } from '#app/_lib/testing/send.ts';
import * as routes from '#app/api/v1/endpoints/[id]/facts/route.ts';
import { listStoredFacts } from '#db/queries/live-facts.ts';
import { addEndpoint } from '#db/testing/rows.ts';
import { setUpTestDatabase } from '#db/testing/test-database.ts';
import { type FactSubject, factsAnswerSchema } from '#lib/facts/schema.ts';
import { type FactServer, faults, json, startFactServer } from '#lib/facts/testing/start-fact-server.ts';
import { publishToEnvironment } from '#lib/settings.ts';

setUpTestDatabase();
let server: FactServer;
beforeAll(async () => {
  server = await startFactServer();
});
afterAll(() => server.stop());
beforeEach(() => publishToEnvironment({ LIVE_FACTS: 'fetch' }));

const noon = new Date('2026-11-23T12:00:00Z');
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const noKey = async () => null;
const hubModel = (licence: string) => json({ id: 'x', cardData: { license: licence } });

let count = 0;
/** A repository that no other test asks about. */
function newEndpoint() {
  count += 1;
  const model = `org/model-${count}`;
  const subject: FactSubject = { source: 'hugging-face', subject: model };
  return { endpoint: { baseUrl: 'http://127.0.0.1:8000/v1', model, cardId: null }, subject };
}

async function refresh(subject: FactSubject, now: Date, more = {}) {
  const { isRunning, done } = await refreshFacts([subject], null, { places: server.places, now, ...more });
  await done;
  return isRunning;
}

test('what a source says is asked for behind the first answer, and kept with its date', async () => {
  const { endpoint } = newEndpoint();
  const waiting = Promise.withResolvers<void>();
  server.play({
    '/api/models/': (...exchange) => void waiting.promise.then(() => hubModel('mit')(...exchange)),
  });
  const options = { places: server.places, now: noon };
  expect(await findEndpointFacts(endpoint, noKey, options)).toEqual({ data: [], state: 'refreshing' });
  waiting.resolve();
  await expect
    .poll(() => findEndpointFacts(endpoint, noKey, { ...options, now: later(1) }))
    .toEqual({
      data: [
        {
          source: 'hugging-face',
          subject: endpoint.model,
          facts: { url: `https://huggingface.co/${endpoint.model}`, licence: 'mit' },
          asOf: noon.toISOString(),
        },
      ],
      state: 'current',
    });
});

test('a source is asked once a day, and again ten minutes after it failed', async () => {
  const { subject } = newEndpoint();
  server.play({ '/': json('down', 500) });
  const asked: boolean[] = [];
  for (const minutes of [0, 9, 11]) asked.push(await refresh(subject, later(minutes)));
  server.play({ '/api/models/': hubModel('mit') });
  for (const minutes of [12, 22, 600, 22 + 1_441]) asked.push(await refresh(subject, later(minutes)));
  expect(asked).toEqual([true, false, true, false, true, false, true]);
});

test.each(Object.keys(faults))('%s leaves what was known, with its date', async (fault) => {
  const { endpoint, subject } = newEndpoint();
  server.play({ '/api/models/': hubModel('apache-2.0') });
  await refresh(subject, noon);
  const play = faults[fault];
  if (play) server.play({ '/': play });
  const limits = { totalMs: 200, maxBytes: 100_000 };
  expect(await refresh(subject, later(1_500), { limits })).toBe(true);
  const known = await findEndpointFacts(endpoint, noKey, { places: server.places, now: later(1_501) });
  expect(known).toMatchObject({
    state: 'current',
    data: [{ facts: { licence: 'apache-2.0' }, asOf: noon.toISOString() }],
  });
});

test('a source that knows the model no more has nothing to say', async () => {
  const { endpoint, subject } = newEndpoint();
  server.play({ '/api/models/': hubModel('mit') });
  await refresh(subject, noon);
  server.play({});
  await refresh(subject, later(1_500));
  expect(await listStoredFacts([subject])).toMatchObject([{ facts: null, fetchedAt: later(1_500) }]);
  expect(await findEndpointFacts(endpoint, noKey, { places: server.places, now: later(1_501) })).toEqual({
    data: [],
    state: 'current',
  });
});

test('two who ask at once ask the source once', async () => {
  const { subject } = newEndpoint();
  server.play({ '/api/models/': hubModel('mit') });
  const before = server.requests.length;
  await Promise.all([1, 2, 3].map(() => refresh(subject, noon)));
  expect(server.requests.length).toBe(before + 1);
});

test('a key goes to OpenAI alone', async () => {
  const endpoint = { baseUrl: `${server.origin}/v1`, model: 'gpt-3.5-turbo', cardId: 'bloomz' };
  server.play({ '/v1/models': json({ data: [{ id: 'gpt-3.5-turbo', shutdown_date: '2026-10-23' }] }) });
  const places = { ...server.places, openrouter: 'https://openrouter.ai' };
  await findEndpointFacts(endpoint, async () => 'sk-only-here', { places, now: noon });
  await expect
    .poll(() => findEndpointFacts(endpoint, noKey, { places, now: noon }))
    .toMatchObject({ data: [{ source: 'openai', facts: { shutdownDate: '2026-10-23' } }], state: 'current' });
  const withKey = server.requests.filter(({ authorization }) => authorization?.includes('sk-only-here'));
  expect(withKey.map(({ path }) => path)).toEqual(['/v1/models']);
});

test('switched off, nothing is asked and the last known is shown', async () => {
  const { endpoint, subject } = newEndpoint();
  server.play({ '/api/models/': hubModel('mit') });
  await refresh(subject, noon);
  publishToEnvironment({ LIVE_FACTS: 'off' });
  const before = server.requests.length;
  const openKey = vi.fn(noKey);
  const known = await findEndpointFacts(endpoint, openKey, { places: server.places, now: later(9_999) });
  expect(known).toMatchObject({ state: 'off', data: [{ facts: { licence: 'mit' } }] });
  expect(server.requests.length).toBe(before);
  expect(openKey).not.toHaveBeenCalled();
});

test('the API tells the prices that came with the program, and where nothing is known, nothing', async () => {
  publishToEnvironment({ LIVE_FACTS: 'off' });
  const { id } = await addEndpoint({ baseUrl: 'https://api.openai.com/v1', model: 'gpt-4' });
  const { status, body } = await send(routes, 'GET', `endpoints/${id}/facts`, { params: { id } });
  expect(status).toBe(200);
  expect(factsAnswerSchema.parse(body).data).toMatchObject([
    { source: 'genai-prices', facts: { price: { inputPerMillion: 30, outputPerMillion: 60 } } },
  ]);
  const local = await addEndpoint({ model: 'qwen3:8b' });
  const nothing = await send(routes, 'GET', 'x', { params: { id: local.id } });
  expect(nothing.body).toEqual({ data: [], state: 'off' });
  expect((await send(routes, 'GET', 'x', { params: { id: 'none' } })).status).toBe(404);
});
