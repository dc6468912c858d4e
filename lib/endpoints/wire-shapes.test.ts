import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { helloText } from '#e2e/fake-endpoint/reply.ts';
import { serverWords } from '#e2e/fake-endpoint/shapes/error-shapes.ts';
import { type FakeEndpoint, startFakeEndpoint } from '#e2e/fake-endpoint/start-fake-endpoint.ts';
import { askFake } from '#lib/endpoints/testing/ask-fake.ts';

let fake: FakeEndpoint;
beforeAll(async () => {
  fake = await startFakeEndpoint();
});
afterAll(() => fake.stop());

describe('the same answer, however it is framed', () => {
  it.each([
    'hello',
    'no-done',
    'crlf',
    'cr',
    'no-space',
    'comments',
    'fields',
    'bom',
    'stray-lines',
    'multi-line-data',
    'single-newline',
    'no-last-newline',
    'byte-packets',
    'three-byte-packets',
    'gzip',
    'json-lines',
    'whole-json',
    'pings',
  ])('%s', async (model) => {
    const { text, result } = await askFake(fake, model);
    expect(text).toBe(helloText);
    expect(result).toMatchObject({ status: 'complete', finishReason: 'stop', error: null });
  });

  it('event-5mb', async () => {
    const { text, result } = await askFake(fake, 'event-5mb');
    expect(text).toBe('大'.repeat(1_800_000));
    expect(result.status).toBe('complete');
  });
});

describe('the same answer, whatever else is in its chunks', () => {
  it.each([
    'role-empty',
    'role-repeated',
    'delta-null',
    'tool-without-index',
    'tool-calls-empty',
    'azure-filter',
    'finish-in-content',
    'delta-and-message',
    'error-null',
    'choices-null',
    'role-ai',
    'role-user',
    'finish-eos-token',
    'finish-upper-stop',
    'finish-empty-then-done',
    'unknown-events',
  ])('%s', async (model) => {
    const { text, reasoning, result } = await askFake(fake, model);
    expect({ text, reasoning }).toEqual({ text: helloText, reasoning: '' });
    expect(result).toMatchObject({ status: 'complete', finishReason: 'stop', error: null });
  });

  it.each([
    ['usage-last', 3],
    ['usage-every-chunk', 3],
    ['usage-without-choices', 3],
    ['usage-in-choice', 3],
    ['usage-x-groq', 3],
    ['choices-null', 3],
  ])('%s: the server’s count', async (model, outputTokens) => {
    const { text, result } = await askFake(fake, model);
    expect(text).toBe(helloText);
    expect(result.usage).toEqual({ inputTokens: 7, outputTokens, reasoningTokens: 0, estimated: false });
  });

  it('a server that counts nothing: an estimate, marked as one', async () => {
    const { result } = await askFake(fake, 'hello');
    expect(result.usage).toMatchObject({ estimated: true });
    expect(result.usage?.outputTokens).toBeGreaterThan(2);
  });

  it.each([
    'reasoning-content',
    'reasoning-field',
    'reasoning-twice',
    'content-arrays',
    'reasoning-details',
    'think-inline',
    'think-split',
  ])('%s: reasoning apart', async (model) => {
    const { text, reasoning, result } = await askFake(fake, model);
    expect({ text, reasoning }).toEqual({ text: helloText, reasoning: 'Hm, 想。' });
    expect(result.status).toBe('complete');
  });

  it.each([
    ['refusal', helloText, 'content-filter'],
    ['finish-length', helloText, 'length'],
    ['finish-unheard-of', helloText, 'went_for_lunch'],
    ['finish-empty', helloText, 'stop'],
    ['nul', `${helloText}ab`, 'stop'],
    ['lone-surrogate', 'a\ufffdb\ufffdc', 'stop'],
    ['split-surrogates', 'smile 😀 done', 'stop'],
    ['proto-key', 'Hello', 'stop'],
  ])('%s', async (model, expected, finishReason) => {
    const { text, deltas, result } = await askFake(fake, model);
    expect(text).toBe(expected);
    for (const delta of deltas) expect(delta.isWellFormed()).toBe(true);
    expect(result).toMatchObject({ status: 'complete', finishReason });
  });
});

describe('errors inside an answer of status 200', () => {
  it.each([
    'error-object',
    'error-string',
    'error-typed-object',
    'error-code-text',
    'error-base-resp',
    'error-array',
    'error-llamacpp-line',
    'error-event',
    'error-in-chunk',
    'error-then-stop',
  ])('%s: the text is kept, the server’s words are shown', async (model) => {
    const { text, result } = await askFake(fake, model);
    expect(text).toBe(helloText);
    expect(result).toMatchObject({ status: 'failed', error: { code: 'answer-error', message: serverWords } });
  });

  it.each([
    ['error-first', 'answer-error', serverWords],
    ['json-200', 'answer-error', serverWords],
    ['json-array-200', 'answer-error', serverWords],
    ['html-200', 'bad-response', serverWords],
    ['text-200', 'bad-response', serverWords],
    ['empty-200', 'empty-answer', 'The server sent an empty answer'],
    ['lmstudio-oversize', 'empty-answer', 'The server sent an empty answer'],
    ['only-finish', 'empty-answer', 'The server finished (stop) without any text'],
  ])('%s', async (model, code, message) => {
    const { text, result } = await askFake(fake, model);
    expect(text).toBe('');
    expect(result).toMatchObject({ status: 'failed', error: { code, message }, attempts: 1 });
  });

  it.each([
    ['malformed-middle', 'bad-response'],
    ['eof-mid', 'no-finish'],
    ['eof-inside-event', 'bad-response'],
  ])('%s is no complete answer', async (model, code) => {
    const { text, result } = await askFake(fake, model);
    expect(text).toBe(helloText);
    expect(result).toMatchObject({ status: 'failed', error: { code } });
  });
});

describe('the Responses API', () => {
  it.each([
    ['responses-reasoning', 'Hm, 想。', 'stop'],
    ['responses-incomplete', '', 'length'],
    ['responses-refusal', '', 'content-filter'],
    ['responses-only-done', '', 'stop'],
    ['responses-only-completed', '', 'stop'],
  ])('%s', async (model, thought, finishReason) => {
    const { text, reasoning, result } = await askFake(fake, model, { protocol: 'responses' });
    expect({ text, reasoning }).toEqual({ text: helloText, reasoning: thought });
    expect(result).toMatchObject({ status: 'complete', finishReason, error: null });
    expect(result.usage).toEqual({ inputTokens: 7, outputTokens: 5, reasoningTokens: 2, estimated: false });
  });

  it.each([
    ['responses-failed', helloText, 'answer-error', serverWords],
    ['responses-error', helloText, 'answer-error', serverWords],
    ['responses-cut', helloText, 'no-finish', 'The answer ended without a finish reason'],
    ['responses-filtered', '', 'content-filter', 'The server withheld the answer'],
  ])('%s', async (model, expected, code, message) => {
    const { text, result } = await askFake(fake, model, { protocol: 'responses' });
    expect(text).toBe(expected);
    expect(result).toMatchObject({ status: 'failed', error: { code, message } });
  });
});
