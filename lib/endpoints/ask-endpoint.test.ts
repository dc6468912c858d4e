import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeEndpoint, startFakeEndpoint } from '#e2e/fake-endpoint/start-fake-endpoint.ts';
import { askFake } from '#lib/endpoints/testing/ask-fake.ts';

let fake: FakeEndpoint;
beforeAll(async () => {
  fake = await startFakeEndpoint();
});
afterAll(() => fake.stop());

describe.each(['chat', 'completion', 'responses'] as const)('askEndpoint over %s', (protocol) => {
  it('brings the answer, its usage and its cost', async () => {
    const price = { inputPerMillion: 1, outputPerMillion: 2 };
    const { text, result } = await askFake(fake, 'echo', { protocol, price }, 'Hello 世界 😀');
    expect(text).toBe('Hello 世界 😀');
    expect(result).toMatchObject({ status: 'complete', finishReason: 'stop', error: null, attempts: 1 });
    expect(result.usage).toEqual({ inputTokens: 3, outputTokens: 3, reasoningTokens: 0, estimated: false });
    expect(result.costUsd).toBeCloseTo(9e-6);
    expect(result.timing.timeToFirstTextMs).toBeGreaterThan(0);
  });

  it('keeps reasoning apart', async () => {
    const { text, reasoning, result } = await askFake(fake, 'thinker', { protocol }, 'Why?');
    expect(text).toBe('Why?');
    expect(reasoning).toBe('Let me think about that. 想一想。');
    expect(result.status).toBe('complete');
  });
});
