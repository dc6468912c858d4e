import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localPolicy } from '#lib/endpoints/address-policy.ts';
import type { FactSource } from '#lib/facts/fact-sources.ts';
import { publicPlaces } from '#lib/facts/fact-sources.ts';
import { type LookUpContext, lookUpFacts } from '#lib/facts/look-up-facts.ts';
import { type FactServer, faults, json, startFactServer } from '#lib/facts/testing/start-fact-server.ts';

let server: FactServer;
beforeAll(async () => {
  server = await startFactServer();
});
afterAll(() => server.stop());

const now = new Date('2026-11-23T12:00:00Z');
const context = (more: Partial<LookUpContext> = {}): LookUpContext => ({
  policy: localPolicy,
  totalMs: 5_000,
  maxBytes: 100_000,
  places: server.places,
  apiKey: null,
  now,
  ...more,
});

test('OpenAI says when a model is shut down, to those who have a key', async () => {
  const models = [
    { id: 'gpt-4', shutdown_date: '2026-10-23' },
    { id: 'gpt-6', shutdown_date: null },
  ];
  server.play({ '/v1/models': json({ object: 'list', data: models }) });
  const withKey = context({ apiKey: 'sk-1' });
  expect(await lookUpFacts('openai', 'gpt-4', withKey)).toEqual({
    url: 'https://platform.openai.com/docs/deprecations',
    shutdownDate: '2026-10-23',
  });
  expect(server.requests.at(-1)?.authorization).toBe('Bearer sk-1');
  expect(await lookUpFacts('openai', 'gpt-6', withKey)).toBeNull();
  const before = server.requests.length;
  expect(await lookUpFacts('openai', 'gpt-4', context())).toBeNull();
  expect(server.requests.length).toBe(before);
});

test('OpenRouter’s price for a token becomes that for a million', async () => {
  const model = {
    id: 'meta-llama/llama-3.3-70b-instruct',
    hugging_face_id: 'meta-llama/Llama-3.3-70B-Instruct',
    context_length: 131_072,
    pricing: { prompt: '0.00000013', completion: '0.0000004' },
    expiration_date: '2027-01-31T00:00:00Z',
  };
  const auto = {
    id: 'openrouter/auto',
    hugging_face_id: '',
    context_length: null,
    pricing: { prompt: '-1', completion: '-1' },
  };
  server.play({ '/api/v1/models': json({ data: [auto, model] }) });
  const withKey = context({ apiKey: 'sk-1' });
  expect(await lookUpFacts('openrouter', model.id, withKey)).toEqual({
    url: `https://openrouter.ai/${model.id}`,
    price: { inputPerMillion: 0.13, outputPerMillion: 0.4 },
    contextWindow: 131_072,
    shutdownDate: '2027-01-31',
    repository: 'meta-llama/Llama-3.3-70B-Instruct',
  });
  expect(server.requests.at(-1)?.authorization).toBeUndefined();
  expect(await lookUpFacts('openrouter', auto.id, context())).toEqual({
    url: 'https://openrouter.ai/openrouter/auto',
  });
  expect(await lookUpFacts('openrouter', 'no/such', context())).toBeNull();
});

test('the hub says size, licence, base and who serves it, in either shape of the mapping', async () => {
  const model = {
    id: 'bigscience/bloomz',
    gated: 'manual',
    cardData: { license: 'bigscience-bloom-rail-1.0', base_model: 'bigscience/bloom' },
    safetensors: { total: 176_247_271_424 },
    inferenceProviderMapping: [
      { provider: 'together', status: 'live' },
      { provider: 'novita', status: 'staging' },
    ],
  };
  server.play({ '/api/models/bigscience/bloomz?': json(model) });
  const facts = {
    url: 'https://huggingface.co/bigscience/bloomz',
    parameters: 176_247_271_424,
    licence: 'bigscience-bloom-rail-1.0',
    basedOn: ['bigscience/bloom'],
    isGated: true,
    servedBy: ['together'],
  };
  expect(await lookUpFacts('hugging-face', 'bigscience/bloomz', context())).toEqual(facts);
  const byProvider = { together: { status: 'live' }, novita: { status: 'error' } };
  server.play({ '/api/models/': json({ ...model, inferenceProviderMapping: byProvider }) });
  expect(await lookUpFacts('hugging-face', 'bigscience/bloomz', context())).toEqual(facts);
  server.play({ '/api/models/': json({ error: 'Invalid username or password.' }, 401) });
  expect(await lookUpFacts('hugging-face', 'nobody/nothing', context())).toBeNull();
});

test('the newest price list is read for the service that the package knows by its address', async () => {
  const openai = {
    id: 'openai',
    name: 'OpenAI',
    api_pattern: 'x',
    models: [
      {
        id: 'gpt-4',
        match: { equals: 'gpt-4' },
        context_window: 8_192,
        prices: { input_mtok: 31, output_mtok: { base: 61, tiers: [{ start: 200_000, price: 99 }] } },
      },
    ],
  };
  server.play({ '/prices.json': json([openai]) });
  expect(await lookUpFacts('genai-prices', 'https://api.openai.com/v1 gpt-4', context())).toEqual({
    url: 'https://github.com/pydantic/genai-prices',
    price: { inputPerMillion: 31, outputPerMillion: 61 },
    hasPriceTiers: true,
    contextWindow: 8_192,
  });
  expect(await lookUpFacts('genai-prices', 'https://api.openai.com/v1 gpt-99', context())).toBeNull();
  expect(await lookUpFacts('genai-prices', 'http://gpu.lan/v1 gpt-4', context())).toBeNull();
});

const subjects: [FactSource, string][] = [
  ['openai', 'gpt-4'],
  ['openrouter', 'openai/gpt-4'],
  ['hugging-face', 'bigscience/bloomz'],
  ['genai-prices', 'https://api.openai.com/v1 gpt-4'],
];

describe.each(Object.keys(faults))('%s', (fault) => {
  test.each(subjects)('of %s is told as an error', async (source, subject) => {
    const play = faults[fault];
    if (play) server.play({ '/': play });
    const isSlow = fault === 'silence' || fault === 'a slow body';
    const hurried = context({ apiKey: 'sk-1', ...(isSlow && { totalMs: 100 }) });
    await expect(lookUpFacts(source, subject, hurried)).rejects.toThrow();
  });
});

test('a source on an address that may not be called is not called', async () => {
  server.play({ '/': json({ data: [] }) });
  const before = server.requests.length;
  const outside = context({ policy: { allowPrivate: false, allow: [] } });
  await expect(lookUpFacts('openrouter', 'x/y', outside)).rejects.toThrow();
  expect(server.requests.length).toBe(before);
});

test('all sources are called over an encrypted line', () => {
  for (const place of Object.values(publicPlaces)) expect(place).toMatch(/^https:/);
});
