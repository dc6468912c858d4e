import { done, type FakeRequest, helloWords, type ShapeTable, sse, usage } from '#e2e/fake-endpoint/reply.ts';

/** The text, and with `?ramble=TEXT` what a base model writes when it does not stop, two characters a piece. */
function wordsOf(request: FakeRequest): string[] {
  const ramble = request.options.get('ramble') ?? '';
  return [...helloWords, ...(ramble.match(/.{1,2}/gsu) ?? [])];
}

const frame = (choice: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  sse({
    id: 'cmpl-1',
    object: 'text_completion',
    created: 1_700_000_000,
    model: 'fake',
    choices: [{ index: 0, logprobs: null, ...choice }],
    ...more,
  });

/** Completion streams as the servers that hold open weights send them. */
export const completionShapes: ShapeTable = {
  'vllm-completion': (request) => [
    ...wordsOf(request).map((text) =>
      frame({ text, finish_reason: null, stop_reason: null }, { usage: null }),
    ),
    frame({ text: '', finish_reason: 'stop', stop_reason: null }),
    sse({ id: 'cmpl-1', object: 'text_completion', created: 1_700_000_000, choices: [], usage }),
    done,
  ],
  'llamacpp-completion': (request) => [
    ...wordsOf(request).map((text) => frame({ text, finish_reason: null }, { system_fingerprint: 'b1-x' })),
    frame(
      { text: '', finish_reason: 'stop' },
      { usage, timings: { cache_n: 0, prompt_n: 7, predicted_n: 3 } },
    ),
    done,
  ],
  // Every chunk has a finish reason that says nothing; the end has one of its own.
  'tgi-completion': (request) => [
    ...wordsOf(request).map((text) => frame({ text, finish_reason: '' }, { id: '' })),
    frame({ text: '', finish_reason: 'eos_token' }, { id: '', usage }),
    done,
  ],
  'fastchat-completion': (request) => [
    ...wordsOf(request).map((text) => frame({ text, logprobs: {}, finish_reason: null })),
    frame({ text: '', logprobs: {}, finish_reason: 'stop' }),
    done,
  ],
};
