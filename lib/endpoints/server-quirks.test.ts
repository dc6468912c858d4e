import { describe, expect, it } from 'vitest';
import { buildRequest, endpointUrl } from '#lib/endpoints/build-request.ts';
import type { Protocol } from '#lib/endpoints/protocols.ts';
import type { Params } from '#lib/endpoints/schema.ts';

const params: Params = {
  temperature: 0.3,
  topP: 0.9,
  maxTokens: 50,
  seed: 1,
  stop: ['END'],
  frequencyPenalty: 0.1,
  presencePenalty: 0.2,
  reasoningEffort: 'low',
};

async function request(baseUrl: string, model: string, protocol: Protocol = 'chat') {
  const endpoint = {
    id: 'e',
    name: 'E',
    protocol,
    baseUrl,
    model,
    apiKey: 'key-1234',
    headers: { 'X-Extra': 'yes' },
    params: {},
    template: null,
    capabilities: {},
    price: null,
    timeouts: {},
  };
  return buildRequest({ endpoint, messages: [{ role: 'user', content: 'Hi' }], params });
}

const fields = async (baseUrl: string, model: string, protocol?: Protocol) =>
  Object.keys((await request(baseUrl, model, protocol)).body)
    .filter((name) => !['model', 'messages', 'input', 'prompt', 'stream'].includes(name))
    .sort();

const all = [
  'frequency_penalty',
  'max_tokens',
  'presence_penalty',
  'reasoning_effort',
  'seed',
  'stop',
  'stream_options',
  'temperature',
  'top_p',
];
const without = (...names: string[]) => all.filter((name) => !names.includes(name));

describe('what is sent to whom', () => {
  it.each([
    ['http://127.0.0.1:11434/v1', 'llama3', all],
    [
      'https://api.mistral.ai/v1',
      'mistral-large-latest',
      without('stream_options', 'seed', 'reasoning_effort'),
    ],
    [
      'https://generativelanguage.googleapis.com/v1beta/openai',
      'gemini-2.5-flash',
      without('seed', 'frequency_penalty', 'presence_penalty'),
    ],
    [
      'https://api.anthropic.com/v1',
      'claude-sonnet-4-5',
      without('seed', 'frequency_penalty', 'presence_penalty'),
    ],
  ])('%s %s', async (baseUrl, model, expected) => {
    expect(await fields(baseUrl, model)).toEqual(expected);
  });

  it('OpenAI: max_completion_tokens, and no sampling for reasoning models', async () => {
    expect(await fields('https://api.openai.com/v1', 'gpt-4o-mini')).toContain('max_completion_tokens');
    expect(await fields('https://api.openai.com/v1', 'gpt-4o-mini')).not.toContain('max_tokens');
    const reasoning = ['max_completion_tokens', 'reasoning_effort', 'seed', 'stream_options'];
    expect(await fields('https://api.openai.com/v1', 'o3-mini')).toEqual(reasoning);
    expect(await fields('https://api.openai.com/v1', 'gpt-5-mini')).toEqual(reasoning);
    expect(await fields('https://me.openai.azure.com/openai/v1', 'o3-mini')).toEqual(reasoning);
    expect(await fields('https://api.openai.com/v1', 'gpt-5-mini', 'responses')).not.toContain('temperature');
  });

  it('carries key and headers, and says neither in what is kept', async () => {
    const { headers, sent } = await request('https://me.openai.azure.com/openai/v1', 'gpt-4o');
    expect(headers).toMatchObject({
      authorization: 'Bearer key-1234',
      'api-key': 'key-1234',
      'x-extra': 'yes',
    });
    expect(JSON.stringify(sent)).not.toMatch(/key-1234|x-extra/i);
  });

  it.each([
    ['http://h/v1', 'http://h/v1/chat/completions'],
    ['http://h/v1/', 'http://h/v1/chat/completions'],
    ['http://h/v1/chat/completions', 'http://h/v1/chat/completions'],
    ['https://h/openai?api-version=preview', 'https://h/openai/chat/completions?api-version=preview'],
    ['http://h', 'http://h/chat/completions'],
  ])('%s -> %s', (baseUrl, url) => {
    expect(endpointUrl(baseUrl, '/chat/completions')).toBe(url);
  });
});
