import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { helloText } from '#e2e/fake-endpoint/reply.ts';
import { type FakeEndpoint, startFakeEndpoint } from '#e2e/fake-endpoint/start-fake-endpoint.ts';
import { askFake } from '#lib/endpoints/testing/ask-fake.ts';

let fake: FakeEndpoint;
beforeAll(async () => {
  fake = await startFakeEndpoint();
});
afterAll(() => fake.stop());

describe('servers by name', () => {
  it.each([
    ['deepseek', 'Hm, 想。', 'stop', { inputTokens: 7, outputTokens: 3, reasoningTokens: 2 }],
    ['groq', 'Hm, 想。', 'stop', { inputTokens: 7, outputTokens: 3, reasoningTokens: 0 }],
    ['moonshot', '', 'stop', { inputTokens: 7, outputTokens: 3, reasoningTokens: 0 }],
    ['xai', 'Hm, 想。', 'stop', { inputTokens: 7, outputTokens: 8, reasoningTokens: 5 }],
    ['perplexity', '', 'stop', { inputTokens: 7, outputTokens: 3, reasoningTokens: 0 }],
    ['qianfan', '', 'stop', { inputTokens: 7, outputTokens: 3, reasoningTokens: 0 }],
    ['gemini', '', 'stop', { inputTokens: 7, outputTokens: 3, reasoningTokens: 0 }],
    ['anthropic', '', 'stop', { inputTokens: 7, outputTokens: 3, reasoningTokens: 0 }],
    ['openrouter', 'Hm, 想。', 'stop', { inputTokens: 7, outputTokens: 3, reasoningTokens: 0 }],
    ['vllm', 'Hm, 想。', 'stop', {}],
    ['ollama', '', 'stop', { inputTokens: 7, outputTokens: 3, reasoningTokens: 0 }],
    ['llamacpp', '', 'stop', { inputTokens: 7, outputTokens: 3, reasoningTokens: 0 }],
    ['tgi-without-done', '', 'stop', {}],
    ['zhipu-window', '', 'length', {}],
  ])('%s', async (model, expected, finishReason, usage) => {
    const { text, reasoning, result } = await askFake(fake, model);
    expect({ text, reasoning }).toEqual({ text: helloText, reasoning: expected });
    expect(result).toMatchObject({ status: 'complete', finishReason, usage });
  });

  it.each([
    ['deepseek-no-resource', helloText, 'answer-error', 'The server gave up: insufficient-system-resource'],
    ['zhipu-network-error', helloText, 'answer-error', 'The server gave up: network-error'],
    ['zhipu-sensitive', '', 'content-filter', 'The server withheld the answer'],
    ['qianfan-filter', '', 'content-filter', 'The server withheld the answer'],
    ['openrouter-late-error', helloText, 'answer-error', 'Provider disconnected'],
  ])('%s fails with what was said', async (model, expected, code, message) => {
    const { text, result } = await askFake(fake, model);
    expect(text).toBe(expected);
    expect(result).toMatchObject({ status: 'failed', error: { code, message } });
  });

  it('sends what a strict server knows: Mistral without stream_options', async () => {
    const refused = await askFake(fake, 'mistral-strict', { capabilities: { streamUsage: true } });
    expect(refused.attempts).toEqual([1, 2]);
    expect(refused.text).toBe(helloText);
    const { text, attempts } = await askFake(fake, 'mistral-strict', {
      capabilities: { streamUsage: false },
    });
    expect(text).toBe(helloText);
    expect(attempts).toEqual([1]);
  });

  it('sends no sampling field that was not given: Moonshot, Gemini, Groq', async () => {
    await askFake(fake, 'mirror');
    const body = fake.requests.at(-1)?.body;
    expect(Object.keys(body as object).sort()).toEqual(['messages', 'model', 'stream', 'stream_options']);
  });

  it('sends max_completion_tokens and no temperature to reasoning models', async () => {
    const params = { temperature: 0.3, topP: 0.5, maxTokens: 9, stop: ['x'] };
    const capabilities = {
      maxTokensField: 'max_completion_tokens' as const,
      unsupportedParams: ['temperature', 'topP', 'stop'] as ('temperature' | 'topP' | 'stop')[],
    };
    const { text, result } = await askFake(fake, 'openai-reasoning', { params, capabilities });
    expect(text).toBe(helloText);
    expect(result.request?.body).toMatchObject({ max_completion_tokens: 9 });
  });
});
