import type { AskFailure } from '#lib/endpoints/ask-error.ts';
import type { WireRequest } from '#lib/endpoints/build-request.ts';
import type { JsonRecord } from '#lib/endpoints/wire/record.ts';

function adaptBody(body: JsonRecord, message: string): JsonRecord | null {
  if ('stream_options' in body && /stream_options|include_usage/.test(message)) {
    const { stream_options: _dropped, ...rest } = body;
    return rest;
  }
  if ('max_tokens' in body && message.includes('max_completion_tokens')) {
    const { max_tokens: max_completion_tokens, ...rest } = body;
    return { ...rest, max_completion_tokens };
  }
  return null;
}

/**
 * The same question without the field that was ours and that the server says it does not know: usage in the
 * stream, or the older name of the token limit. Null where nothing of the kind was refused.
 */
export function adaptRequest(request: WireRequest, failure: AskFailure | null): WireRequest | null {
  if (failure?.code !== 'request-refused') return null;
  const body = adaptBody(request.body, failure.message);
  return body && { ...request, body, sent: { ...request.sent, body } };
}
