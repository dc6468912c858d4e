import {
  chatChunk,
  chatStream,
  done,
  finish,
  helloChunks,
  helloWords,
  type ShapeTable,
  type Step,
  sse,
  usage,
} from '#e2e/fake-endpoint/reply.ts';

const usageChunk = { ...chatChunk({}), choices: [], usage };
const { choices: _choices, ...withoutChoices } = usageChunk;

/** The hello words as chunks of a given delta. */
function words(make: (word: string, index: number) => unknown): Step[] {
  return helloWords.map((word, index) => sse(make(word, index)));
}

const deltas = (delta: (word: string) => unknown) => chatStream(words((word) => chatChunk(delta(word))));
const finished = (reason: unknown) =>
  chatStream(helloChunks, [sse(chatChunk({}, { finish_reason: reason })), done]);

/** Oddities of deltas that hurt no reader. */
const harmless: ShapeTable = {
  'role-empty': () => deltas((content) => ({ role: '', content })),
  'role-repeated': () => deltas((content) => ({ role: 'assistant', content })),
  'delta-null': () => chatStream([sse(chatChunk(null)), ...helloChunks, sse(chatChunk(null))]),
  'tool-without-index': () =>
    chatStream([
      ...helloChunks,
      sse(chatChunk({ tool_calls: [{ id: 'a', function: { name: 'f', arguments: '{}' } }] })),
    ]),
  'tool-calls-empty': () => deltas((content) => ({ content, tool_calls: [] })),
  'usage-last': () => chatStream(helloChunks, [finish, sse(usageChunk), done]),
  'usage-every-chunk': () =>
    chatStream(
      words((content, index) => chatChunk({ content }, { usage: { ...usage, completion_tokens: index } })),
      [finish, sse(usageChunk), done],
    ),
  'azure-filter': () => [
    sse({
      id: '',
      object: '',
      choices: [],
      prompt_filter_results: [{ prompt_index: 0, content_filter_results: {} }],
    }),
    ...chatStream(helloChunks),
  ],
  'reasoning-content': () =>
    chatStream([
      sse(chatChunk({ reasoning_content: 'Hm, ' })),
      sse(chatChunk({ reasoning_content: '想。' })),
      ...helloChunks,
    ]),
  'reasoning-field': () => chatStream([sse(chatChunk({ reasoning: 'Hm, 想。' })), ...helloChunks]),
  'reasoning-twice': () =>
    chatStream([sse(chatChunk({ reasoning: 'Hm, 想。', reasoning_content: 'Hm, 想。' })), ...helloChunks]),
  'content-arrays': () =>
    chatStream([
      sse(chatChunk({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'Hm, 想。' }] }] })),
      ...words((text) => chatChunk({ content: [{ type: 'text', text }] })),
    ]),
  refusal: () => chatStream(words((refusal) => chatChunk({ refusal, content: null }))),
  'finish-in-content': () =>
    chatStream(helloChunks.slice(0, -1), [
      sse(chatChunk({ content: helloWords.at(-1) }, { finish_reason: 'stop' })),
      done,
    ]),
  'delta-and-message': () => {
    let all = '';
    return chatStream(
      words((content) => {
        all += content;
        return chatChunk({ content }, { choice: { message: { role: 'assistant', content: all } } });
      }),
    );
  },
};

/** Shapes that a reader without care loses text or figures on. */
const harmful: ShapeTable = {
  'error-null': () => chatStream(words((content) => chatChunk({ content }, { error: null }))),
  'usage-without-choices': () => chatStream(helloChunks, [finish, sse({ ...withoutChoices }), done]),
  'choices-null': () =>
    chatStream(
      [sse({ ...chatChunk({}), choices: null }), ...helloChunks],
      [finish, sse({ ...usageChunk, choices: null }), done],
    ),
  'role-ai': () => deltas((content) => ({ role: 'ai', content })),
  'role-user': () => deltas((content) => ({ role: 'user', content })),
  'usage-in-choice': () =>
    chatStream(helloChunks, [sse(chatChunk({}, { finish_reason: 'stop', choice: { usage } })), done]),
  'usage-x-groq': () =>
    chatStream(helloChunks, [
      sse(chatChunk({}, { finish_reason: 'stop', x_groq: { id: 'req_1', usage } })),
      done,
    ]),
  'reasoning-details': () =>
    chatStream([
      sse(chatChunk({ reasoning_details: [{ type: 'reasoning.text', text: 'Hm, ', index: 0 }] })),
      sse(chatChunk({ reasoning_details: [{ type: 'reasoning.summary', summary: '想。', index: 0 }] })),
      sse(chatChunk({ reasoning_details: [{ type: 'reasoning.encrypted', data: 'AAAA', index: 1 }] })),
      ...helloChunks,
    ]),
  'think-inline': () =>
    chatStream(['<think>Hm, 想。</think>\n\n', ...helloWords].map((content) => sse(chatChunk({ content })))),
  'think-split': () =>
    chatStream(
      [...'<think>Hm, 想。</think>\n\n'].concat(helloWords).map((content) => sse(chatChunk({ content }))),
    ),
  'finish-empty': () => finished(''),
  'finish-empty-then-done': () =>
    chatStream(words((content) => chatChunk({ content }, { finish_reason: '' }))),
  'finish-eos-token': () => finished('eos_token'),
  'finish-upper-stop': () => finished('STOP'),
  'finish-length': () => finished('length'),
  'finish-unheard-of': () => finished('went_for_lunch'),
  nul: () => chatStream([...helloChunks, sse(chatChunk({ content: 'a\u0000b' }))]),
  'lone-surrogate': () => chatStream(['data: {"choices":[{"delta":{"content":"a\\ud83db\\udc00c"}}]}\n\n']),
  'split-surrogates': () =>
    chatStream([
      'data: {"choices":[{"delta":{"content":"smile \\ud83d"}}]}\n\n',
      'data: {"choices":[{"delta":{"content":"\\ude00 done"}}]}\n\n',
    ]),
  'proto-key': () =>
    chatStream([
      'data: {"__proto__":{"x":1},"constructor":{"prototype":{}},"choices":[{"delta":{"content":"Hello"}}]}\n\n',
    ]),
  'unknown-events': () =>
    chatStream([
      sse({ type: 'status', message: 'warming up' }),
      sse({}),
      ...helloChunks,
      sse(null),
      sse({ citations: [] }),
    ]),
};

export const chunkShapes: ShapeTable = { ...harmless, ...harmful };
