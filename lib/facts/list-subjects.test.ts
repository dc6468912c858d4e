import { expect, test } from 'vitest';
import { publicPlaces } from '#lib/facts/fact-sources.ts';
import { listSubjects } from '#lib/facts/list-subjects.ts';
import { findPackagedPrices, packagedPrices } from '#lib/facts/price-list.ts';
import packageFile from '#package.json' with { type: 'json' };

const day = new Date('2026-11-23T12:00:00Z');
const ask = (baseUrl: string, model: string, hubIds: string[] = []) =>
  listSubjects({ baseUrl, model }, hubIds, publicPlaces);

test('OpenAI and the price list are asked about a model there', async () => {
  expect(await ask('https://api.openai.com/v1', 'gpt-4')).toEqual([
    { source: 'openai', subject: 'gpt-4' },
    { source: 'genai-prices', subject: 'https://api.openai.com/v1 gpt-4' },
  ]);
});

test('an id of OpenRouter is none of the hub', async () => {
  const model = 'meta-llama/llama-3.3-70b-instruct';
  expect((await ask('https://openrouter.ai/api/v1', model)).map(({ source }) => source)).toEqual([
    'openrouter',
    'genai-prices',
  ]);
});

test('a server of one’s own is not asked about, the hub is, where the model or its card names a repository', async () => {
  const local = 'http://127.0.0.1:8000/v1';
  expect(await ask(local, 'bigscience/bloomz')).toEqual([
    { source: 'hugging-face', subject: 'bigscience/bloomz' },
  ]);
  const hubIds = ['bigscience/bloomz', 'bigscience/bloomz-7b1'];
  expect(await ask(local, 'BigScience/bloomz-7b1:novita', hubIds)).toEqual([
    { source: 'hugging-face', subject: 'bigscience/bloomz-7b1' },
  ]);
  expect(await ask(local, 'bloomz-q4', hubIds)).toEqual([
    { source: 'hugging-face', subject: 'bigscience/bloomz' },
  ]);
  expect(await ask(local, 'qwen3:8b')).toEqual([]);
  expect(await ask(local, '../../etc/passwd')).toEqual([]);
});

test('the prices in the package are those of the version whose date is given', () => {
  expect(packageFile.dependencies['@pydantic/genai-prices']).toBe(packagedPrices.version);
});

test('the package knows prices without asking anybody', async () => {
  expect(await findPackagedPrices('https://api.openai.com/v1 gpt-4', day)).toEqual({
    source: 'genai-prices',
    subject: 'https://api.openai.com/v1 gpt-4',
    asOf: packagedPrices.asOf,
    facts: {
      url: expect.stringMatching(/^https:/),
      price: { inputPerMillion: 30, outputPerMillion: 60 },
      contextWindow: 8_192,
    },
  });
  const tiered = await findPackagedPrices(
    'https://generativelanguage.googleapis.com/v1beta/openai gemini-2.5-pro',
    day,
  );
  expect(tiered?.facts).toMatchObject({
    price: { inputPerMillion: 1.25, outputPerMillion: 10 },
    hasPriceTiers: true,
  });
  expect(await findPackagedPrices('https://api.openai.com/v1 gpt-99-none', day)).toBeNull();
});
