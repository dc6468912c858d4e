import { type Counts, chatChunk, type Dialect, type FakeProtocol, sse } from '#e2e/fake-endpoint/reply.ts';

const openAiUsage = (counts: Counts) => ({
  prompt_tokens: counts.input,
  completion_tokens: counts.output,
  total_tokens: counts.input + counts.output,
});

const chat: Dialect = {
  open: () => sse(chatChunk({ role: 'assistant', content: '' })),
  text: (content) => sse(chatChunk({ content })),
  reasoning: (reasoning_content) => sse(chatChunk({ reasoning_content })),
  close: (reason, _text, counts) =>
    sse(chatChunk({}, { finish_reason: reason })) +
    sse({ ...chatChunk({}), choices: [], usage: openAiUsage(counts) }) +
    sse('[DONE]'),
  whole: (content, counts) => ({
    id: 'chatcmpl-fake',
    object: 'chat.completion',
    created: 1_700_000_000,
    model: 'fake',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: openAiUsage(counts),
  }),
};

function completionChunk(text: string, finish_reason: string | null, usage?: unknown) {
  return {
    id: 'cmpl-fake',
    object: 'text_completion',
    created: 1_700_000_000,
    model: 'fake',
    choices: [{ index: 0, text, logprobs: null, finish_reason }],
    ...(usage === undefined ? {} : { usage }),
  };
}

const completion: Dialect = {
  open: () => '',
  text: (text) => sse(completionChunk(text, null)),
  reasoning: (text) => sse(completionChunk(`<think>${text}</think>`, null)),
  close: (reason, _text, counts) =>
    sse(completionChunk('', reason)) +
    sse({ ...completionChunk('', null), choices: [], usage: openAiUsage(counts) }) +
    sse('[DONE]'),
  whole: (text, counts) => completionChunk(text, 'stop', openAiUsage(counts)),
};

const named = (type: string, data: Record<string, unknown>) =>
  `event: ${type}\n${sse({ type, sequence_number: 0, ...data })}`;

function responseObject(status: string, text: string, counts: Counts | null) {
  return {
    id: 'resp_fake',
    object: 'response',
    created_at: 1_700_000_000,
    model: 'fake',
    status,
    error: null,
    incomplete_details: status === 'incomplete' ? { reason: 'max_output_tokens' } : null,
    output: text
      ? [
          {
            id: 'msg_fake',
            type: 'message',
            role: 'assistant',
            status: 'completed',
            content: [{ type: 'output_text', text, annotations: [] }],
          },
        ]
      : [],
    usage: counts && {
      input_tokens: counts.input,
      output_tokens: counts.output,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: counts.input + counts.output,
    },
  };
}

const message = { output_index: 0, item_id: 'msg_fake', content_index: 0 };

const responses: Dialect = {
  open: () =>
    named('response.created', { response: responseObject('in_progress', '', null) }) +
    named('response.output_item.added', {
      output_index: 0,
      item: { id: 'msg_fake', type: 'message', role: 'assistant', status: 'in_progress', content: [] },
    }),
  text: (delta) => named('response.output_text.delta', { ...message, delta }),
  reasoning: (delta) =>
    named('response.reasoning_summary_text.delta', {
      item_id: 'rs_fake',
      output_index: 0,
      summary_index: 0,
      delta,
    }),
  close: (reason, text, counts) =>
    named('response.output_text.done', { ...message, text }) +
    named(reason === 'stop' ? 'response.completed' : 'response.incomplete', {
      response: responseObject(reason === 'stop' ? 'completed' : 'incomplete', text, counts),
    }),
  whole: (text, counts) => responseObject('completed', text, counts),
};

export const dialects: Record<FakeProtocol, Dialect> = { chat, completion, responses };
