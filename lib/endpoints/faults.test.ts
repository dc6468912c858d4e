import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { helloText, helloWords } from '#e2e/fake-endpoint/reply.ts';
import { type FakeEndpoint, startFakeEndpoint } from '#e2e/fake-endpoint/start-fake-endpoint.ts';
import { splitRetryAfter } from '#lib/endpoints/retry-after.ts';
import { askFake } from '#lib/endpoints/testing/ask-fake.ts';

const half = helloWords.slice(0, 2).join('');
let fake: FakeEndpoint;
beforeAll(async () => {
  fake = await startFakeEndpoint();
});
afterAll(() => fake.stop());

describe('refusals', () => {
  it.each([
    ['fail-400-field', 'request-refused', /^HTTP 400: Unsupported parameter: 'temperature'/],
    ['fail-404-html', 'not-found', /^HTTP 404: 404 Not Found$/],
    ['fail-400-array', 'request-refused', /^HTTP 400: Unknown name "seed"/],
    ['fail-401-any-key', 'access-denied', /^HTTP 401: Incorrect API key provided: \[secret\]/],
    ['qianfan-key', 'access-denied', /^HTTP 401: Invalid token \[secret\]$/],
    ['no-such-model', 'not-found', /does not exist/],
  ])('%s is told in the server’s words, once', async (model, code, message) => {
    const { attempts, result } = await askFake(fake, model);
    expect(result).toMatchObject({ status: 'failed', error: { code } });
    expect(result.error?.message).toMatch(message);
    expect(attempts).toEqual([1]);
  });

  it('never shows the key, though the server repeats it', async () => {
    const apiKey = 'an-odd:key/of+its own'.replace(' ', '');
    const { result } = await askFake(fake, 'fail-401-key', {
      apiKey,
      headers: { 'x-token': 'another-odd-one' },
    });
    expect(result.error?.message).toMatch(/^HTTP 401: Incorrect API key provided: \[secret\]\. Find yours/);
    expect(JSON.stringify(result)).not.toContain(apiKey);
    expect(JSON.stringify(result)).not.toContain('another-odd-one');
  });

  it.each(['redirect', 'redirect-home'])('%s is not followed', async (model) => {
    const before = fake.requests.length;
    const { result } = await askFake(fake, model);
    expect(result).toMatchObject({ status: 'failed', error: { code: 'redirected' } });
    expect(fake.requests.length).toBe(before + 1);
  });
});

describe('retries before the first token', () => {
  it.each([
    ['fail-429-retry-after', [1, 2]],
    ['fail-429-retry-after-date', [1, 2]],
    ['fail-500-once', [1, 2]],
    ['fail-500-twice', [1, 2, 3]],
    ['reset-once', [1, 2]],
    ['reset-before-text', [1, 2]],
  ])('%s succeeds in the end', async (model, attempts) => {
    const answer = await askFake(fake, `${model}?run=1`);
    expect(answer.text).toBe(helloText);
    expect(answer.attempts).toEqual(attempts);
    expect(answer.result).toMatchObject({ status: 'complete', attempts: attempts.length });
  });

  it.each([
    ['fail-429-always', 'rate-limited'],
    ['fail-503-always', 'server-error'],
    ['fail-500-empty', 'server-error'],
    ['reset-before-headers', 'connect-failed'],
  ])('%s gives up after three attempts', async (model, code) => {
    const { result } = await askFake(fake, model);
    expect(result).toMatchObject({ status: 'failed', attempts: 3, error: { code } });
  });

  it('honours Retry-After', async () => {
    const before = performance.now();
    const { result } = await askFake(fake, 'fail-429-retry-after-second');
    expect(result.status).toBe('complete');
    expect(performance.now() - before).toBeGreaterThan(990);
  });

  it('does not wait for an hour', async () => {
    const { result } = await askFake(fake, 'fail-429-retry-after-long');
    expect(result).toMatchObject({ status: 'failed', attempts: 1, error: { code: 'rate-limited' } });
    expect(splitRetryAfter(result.error?.message ?? '')).toEqual({
      message: 'HTTP 429: Rate limit reached',
      seconds: 3600,
    });
  });

  it('is not tried after the first token', async () => {
    const { text, result } = await askFake(fake, 'reset-mid');
    expect(text).toBe(half);
    expect(result).toMatchObject({ status: 'failed', attempts: 1, error: { code: 'stream-broken' } });
  });

  it('says that nobody listens', async () => {
    const { result } = await askFake({ url: 'http://127.0.0.1:1999/v1' }, 'echo');
    expect(result).toMatchObject({ status: 'failed', attempts: 3, error: { code: 'connect-failed' } });
    expect(result.error?.message).toContain('ECONNREFUSED');
  });
});

describe('deadlines', () => {
  it.each([
    ['stall-before-headers', { headersMs: 150 }, 'headers-timeout', ''],
    ['stall-before-text', { firstTextMs: 150 }, 'first-text-timeout', ''],
    ['stall-mid', { gapMs: 150 }, 'gap-timeout', half],
    ['ping-mid', { gapMs: 150 }, 'gap-timeout', half],
  ])('%s', async (model, timeouts, code, expected) => {
    const { text, result } = await askFake(fake, model, { timeouts });
    expect(text).toBe(expected);
    expect(result).toMatchObject({ status: 'failed', attempts: 1, error: { code } });
    await fake.requests.at(-1)?.closed;
  });

  it('may be longer than a timer of Node can be', async () => {
    const long = 10 ** 11;
    const timeouts = { connectMs: long, headersMs: long, firstTextMs: long, gapMs: long, totalMs: long };
    const { result } = await askFake(fake, 'story-20-100', { timeouts });
    expect(result).toMatchObject({ status: 'complete', error: null });
  });

  it('total, however lively the server is', async () => {
    const { text, result } = await askFake(fake, 'drip', { timeouts: { totalMs: 300 } });
    expect(text).toContain('drip');
    expect(result).toMatchObject({ status: 'failed', error: { code: 'total-timeout' } });
    await fake.requests.at(-1)?.closed;
  });
});

describe('ends', () => {
  it.each(['done-then-open', 'finish-then-open', 'reset-after-finish', 'text-after-done'])(
    '%s is complete',
    async (model) => {
      const { text, result } = await askFake(fake, model);
      expect(text).toBe(helloText);
      expect(result).toMatchObject({ status: 'complete', finishReason: 'stop', error: null });
      await fake.requests.at(-1)?.closed;
    },
  );

  it.each(['drip', 'stall-before-headers', 'stall-before-text', 'stall-mid'])(
    'a stop of %s closes the upstream socket at once',
    async (model) => {
      const controller = new AbortController();
      const before = fake.requests.length;
      const asking = askFake(fake, model, { signal: controller.signal });
      await expect.poll(() => fake.requests.length).toBe(before + 1);
      const stoppedAt = performance.now();
      controller.abort();
      const { result } = await asking;
      expect(result).toMatchObject({ status: 'stopped', error: null });
      const request = fake.requests.at(-1);
      await request?.closed;
      expect((request?.clientClosedAt ?? Number.POSITIVE_INFINITY) - stoppedAt).toBeLessThan(100);
    },
  );

  it('a stop before the start asks nothing', async () => {
    const before = fake.requests.length;
    const { result } = await askFake(fake, 'echo', { signal: AbortSignal.abort() });
    expect(result.status).toBe('stopped');
    expect(fake.requests.length).toBe(before);
  });

  it('a stop while waiting to try again', async () => {
    const controller = new AbortController();
    const asking = askFake(fake, 'fail-429-retry-after-second?stop', { signal: controller.signal });
    await expect.poll(() => fake.requests.at(-1)?.model).toBe('fail-429-retry-after-second?stop');
    controller.abort();
    expect((await asking).result.status).toBe('stopped');
  });

  it('one connection serves one ask after the other', async () => {
    await askFake(fake, 'echo');
    const { accepted } = fake.connections();
    for (let index = 0; index < 5; index += 1) await askFake(fake, 'echo');
    expect(fake.connections().accepted).toBe(accepted);
  });
});
