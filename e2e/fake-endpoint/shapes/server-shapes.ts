import {
  chatChunk,
  chatStream,
  done,
  type FakeRequest,
  finish,
  helloChunks,
  helloWords,
  json,
  type ShapeTable,
  sse,
  usage,
} from '#e2e/fake-endpoint/reply.ts';

const ended = (finish_reason: string, more: Record<string, unknown> = {}) =>
  sse(chatChunk({}, { finish_reason, ...more }));

/** Refuses fields the server does not know, as strict servers do. */
function refusing(request: FakeRequest, status: number, fields: readonly string[]) {
  const unknown = fields.find((field) => field in request.body);
  return unknown === undefined
    ? chatStream(helloChunks, [ended('stop', { usage }), done])
    : json(status, { message: `Extra inputs are not permitted: ${unknown}`, object: 'error', code: status });
}

/** The servers by name, in the shape their own documentation gives. */
export const serverShapes: ShapeTable = {
  deepseek: () =>
    chatStream(
      [
        ': keep-alive\n\n',
        sse(chatChunk({ content: null, reasoning_content: '' })),
        sse(chatChunk({ content: null, reasoning_content: 'Hm, 想。' })),
        ...helloWords.map((content) => sse(chatChunk({ content, reasoning_content: null }))),
      ],
      [ended('stop', { usage: { ...usage, completion_tokens_details: { reasoning_tokens: 2 } } }), done],
    ),
  'deepseek-no-resource': () => chatStream(helloChunks, [ended('insufficient_system_resource'), done]),
  groq: (request) =>
    'logit_bias' in request.body
      ? json(400, { error: { message: 'logit_bias is not supported' } })
      : chatStream(
          [sse(chatChunk({ reasoning: 'Hm, 想。' })), ...helloChunks],
          [ended('stop', { x_groq: { id: 'req_1', usage } }), done],
        ),
  'mistral-strict': (request) => refusing(request, 422, ['stream_options', 'max_completion_tokens', 'seed']),
  moonshot: (request) =>
    'temperature' in request.body && request.body.temperature !== 1
      ? json(400, { error: { message: 'invalid temperature: only 1 is allowed for this model' } })
      : chatStream(helloChunks, [sse(chatChunk({}, { finish_reason: 'stop', choice: { usage } })), done]),
  xai: () => {
    const chunk = (delta: unknown) => ({
      id: 'x',
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta }],
    });
    const counted = {
      prompt_tokens: 7,
      completion_tokens: 3,
      total_tokens: 15,
      completion_tokens_details: { reasoning_tokens: 5 },
    };
    return [
      sse(chunk({ role: 'assistant', reasoning_content: 'Hm, 想。' })),
      ...helloWords.map((content) => sse(chunk({ content }))),
      ended('stop'),
      sse({ id: 'x', choices: [], usage: counted }),
      done,
    ];
  },
  perplexity: () => {
    let all = '';
    const chunks = helloWords.map((content, index) => {
      all += content;
      const message = { role: 'assistant', content: all };
      const usageSoFar = { prompt_tokens: 7, completion_tokens: index, total_tokens: 7 + index };
      return sse(
        chatChunk(
          { role: 'assistant', content },
          { choice: { message }, usage: usageSoFar, citations: ['https://example.com'] },
        ),
      );
    });
    return [...chunks, ended('stop', { usage, citations: ['https://example.com'] }), done];
  },
  'zhipu-sensitive': () => chatStream([], [ended('sensitive'), done]),
  'zhipu-network-error': () => chatStream(helloChunks, [ended('network_error'), done]),
  'zhipu-window': () => chatStream(helloChunks, [ended('model_context_window_exceeded'), done]),
  qianfan: () => [
    ...helloWords.map((content) =>
      sse({ ...chatChunk({ content }, { choice: { flag: 0 } }), id: 'as-1234', usage: null }),
    ),
    sse({
      ...chatChunk({ content: '' }, { finish_reason: 'stop', choice: { flag: 0 } }),
      id: 'as-1234',
      usage: null,
    }),
    sse({ id: 'as-1234', object: 'chat.completion.chunk', choices: [], usage }),
    done,
  ],
  'qianfan-filter': () => [
    sse({
      ...chatChunk({ content: '' }, { finish_reason: 'content_filter', choice: { flag: 1, ban_round: 0 } }),
      id: 'as-1',
    }),
    done,
  ],
  'qianfan-key': () =>
    json(401, {
      error: { code: 'invalid_iam_token', message: 'Invalid token bce-v3/ALTAK-abcDEF123/0123456789abcdef' },
    }),
  gemini: (request) =>
    'seed' in request.body
      ? json(400, [
          {
            error: {
              code: 400,
              message: 'Unknown name "seed": Cannot find field.',
              status: 'INVALID_ARGUMENT',
            },
          },
        ])
      : chatStream(helloChunks, [ended('stop', { usage }), done]),
  anthropic: () => chatStream(helloChunks, [ended('stop', { usage }), done]),
  'openrouter-late-error': () =>
    chatStream(
      [': OPENROUTER PROCESSING\n\n', ...helloChunks],
      [
        sse({
          ...chatChunk({ content: '' }, { finish_reason: 'error' }),
          error: { code: 502, message: 'Provider disconnected' },
        }),
        done,
      ],
    ),
  openrouter: () =>
    chatStream(
      [
        ': OPENROUTER PROCESSING\n\n',
        sse(
          chatChunk({
            content: '',
            reasoning: 'Hm, 想。',
            reasoning_details: [{ type: 'reasoning.text', text: 'Hm, 想。' }],
          }),
        ),
        ...helloChunks,
      ],
      [finish, sse({ ...chatChunk({ content: '' }), usage }), done],
    ),
  vllm: () =>
    chatStream(
      [sse(chatChunk({ reasoning: 'Hm, 想。' })), ...helloChunks],
      [ended('stop', { choice: { stop_reason: null } }), done],
    ),
  ollama: () => chatStream(helloChunks, [finish, sse({ ...chatChunk({}), choices: [], usage }), done]),
  'lmstudio-oversize': () => [],
  llamacpp: () =>
    chatStream(
      [':\n\n', ...helloChunks],
      [ended('stop', { timings: { cache_n: 2, prompt_n: 5, predicted_n: 3 } }), done],
    ),
  'tgi-without-done': () => chatStream(helloChunks, [ended('eos_token')]),
  'openai-reasoning': (request) => {
    const unknown = ['max_tokens', 'temperature', 'top_p', 'stop'].find((field) => field in request.body);
    return unknown === undefined
      ? chatStream(helloChunks, [finish, done])
      : json(400, {
          error: {
            message: `Unsupported parameter: '${unknown}' is not supported with this model.`,
            param: unknown,
          },
        });
  },
};
