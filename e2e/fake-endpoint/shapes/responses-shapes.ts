import { helloText, helloWords, type ShapeTable, sse } from '#e2e/fake-endpoint/reply.ts';
import { serverWords } from '#e2e/fake-endpoint/shapes/error-shapes.ts';

const event = (type: string, data: Record<string, unknown>) => `event: ${type}\n${sse({ type, ...data })}`;
const deltas = helloWords.map((delta) => event('response.output_text.delta', { item_id: 'm', delta }));
const counted = {
  input_tokens: 7,
  output_tokens: 5,
  output_tokens_details: { reasoning_tokens: 2 },
  total_tokens: 12,
};
const response = (status: string, more: Record<string, unknown> = {}) => ({
  response: { id: 'r', object: 'response', status, error: null, output: [], usage: counted, ...more },
});
const message = (type: string, text: string) => ({
  type: 'message',
  role: 'assistant',
  content: [{ type, [type === 'refusal' ? 'refusal' : 'text']: text }],
});

/** Ends and oddities of the Responses API; for protocol `responses` alone. */
export const responsesShapes: ShapeTable = {
  'responses-reasoning': () => [
    event('response.created', response('in_progress')),
    event('response.reasoning_summary_part.added', { summary_index: 0 }),
    event('response.reasoning_summary_text.delta', { summary_index: 0, delta: 'Hm, ' }),
    event('response.reasoning_summary_text.delta', { summary_index: 0, delta: '想。' }),
    ...deltas,
    event('response.completed', response('completed', { output: [message('output_text', helloText)] })),
  ],
  'responses-incomplete': () => [
    ...deltas,
    event(
      'response.incomplete',
      response('incomplete', { incomplete_details: { reason: 'max_output_tokens' } }),
    ),
  ],
  'responses-filtered': () => [
    event(
      'response.incomplete',
      response('incomplete', { incomplete_details: { reason: 'content_filter' } }),
    ),
  ],
  'responses-failed': () => [
    ...deltas,
    event('response.failed', response('failed', { error: { code: 'server_error', message: serverWords } })),
  ],
  'responses-error': () => [
    ...deltas,
    event('error', { code: 'server_error', message: serverWords, param: null }),
  ],
  'responses-refusal': () => [
    ...helloWords.map((delta) => event('response.refusal.delta', { delta })),
    event('response.completed', response('completed', { output: [message('refusal', helloText)] })),
  ],
  'responses-only-done': () => [
    event('response.output_text.done', { text: helloText }),
    event('response.completed', response('completed', { output: [message('output_text', helloText)] })),
  ],
  'responses-only-completed': () => [
    event('response.completed', response('completed', { output: [message('output_text', helloText)] })),
  ],
  'responses-cut': () => deltas,
};
