const known: Record<string, string> = {
  stop: 'stop',
  stop_sequence: 'stop',
  stop_token: 'stop',
  eos: 'stop',
  eos_token: 'stop',
  end_turn: 'stop',
  end_of_text: 'stop',
  complete: 'stop',
  completed: 'stop',
  finished: 'stop',
  normal: 'stop',
  done: 'stop',
  length: 'length',
  max_tokens: 'length',
  max_output_tokens: 'length',
  max_length: 'length',
  token_limit: 'length',
  model_length: 'length',
  model_context_window_exceeded: 'length',
  content_filter: 'content-filter',
  content_filtered: 'content-filter',
  sensitive: 'content-filter',
  safety: 'content-filter',
  recitation: 'content-filter',
  blocklist: 'content-filter',
  prohibited_content: 'content-filter',
  spii: 'content-filter',
  refusal: 'content-filter',
  tool_calls: 'tool-calls',
  tool_use: 'tool-calls',
  function_call: 'tool-calls',
};

/** Finish reasons that say the server gave up: the text before them is a part, not an answer. */
const failures = new Set([
  'error',
  'insufficient_system_resource',
  'network_error',
  'abort',
  'aborted',
  'cancelled',
  'canceled',
  'failed',
  'timeout',
  'malformed_function_call',
]);

export type FinishReason = { reason: string; isFailure: boolean };

/** The common word for a server's finish reason; one nobody knows keeps its own. "" and "null" are none. */
export function readFinishReason(raw: unknown): FinishReason | null {
  if (typeof raw !== 'string') return null;
  const word = raw.trim().toLowerCase().replaceAll('-', '_');
  if (word === '' || word === 'null' || word === 'none' || word === 'undefined') return null;
  if (failures.has(word)) return { reason: word.replaceAll('_', '-'), isFailure: true };
  const reason = Object.hasOwn(known, word) ? known[word] : undefined;
  return { reason: reason ?? raw.trim().slice(0, 60), isFailure: false };
}
