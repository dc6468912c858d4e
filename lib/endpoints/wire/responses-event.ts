import { type ContentSink, readContent } from '#lib/endpoints/wire/content.ts';
import { isRecord, type JsonRecord } from '#lib/endpoints/wire/record.ts';

export type ResponsesState = { hasText: boolean; hasReasoning: boolean };
export type ResponsesEnd = { finish: unknown; isFinal: boolean };

function readOutput(response: JsonRecord, sink: ContentSink, state: ResponsesState): void {
  if (!Array.isArray(response.output)) return;
  for (const item of response.output) {
    if (!isRecord(item)) continue;
    if (item.type === 'reasoning' && !state.hasReasoning) {
      for (const part of [item.summary, item.content].flat()) {
        if (isRecord(part) && typeof part.text === 'string') sink.reasoning(part.text);
      }
    }
    if (item.type === 'message' && !state.hasText) readContent(item.content, sink);
  }
}

/** A whole response object: what no delta brought, and how it ended. */
export function readResponse(response: JsonRecord, sink: ContentSink, state: ResponsesState): ResponsesEnd {
  readOutput(response, sink, state);
  const details = isRecord(response.incomplete_details) ? response.incomplete_details.reason : undefined;
  const finish = response.status === 'incomplete' ? (details ?? 'length') : response.status;
  return { finish: finish === 'in_progress' || finish === 'queued' ? null : finish, isFinal: true };
}

/** One event of a Responses stream; null when it says nothing about the end. */
export function readResponsesEvent(
  event: JsonRecord,
  sink: ContentSink,
  state: ResponsesState,
): ResponsesEnd | null {
  const delta = typeof event.delta === 'string' ? event.delta : '';
  switch (event.type) {
    case 'response.output_text.delta':
      sink.text(delta);
      return null;
    case 'response.output_text.done':
      if (!state.hasText && typeof event.text === 'string') sink.text(event.text);
      return null;
    case 'response.refusal.delta':
      sink.refusal(delta);
      return null;
    case 'response.reasoning_text.delta':
    case 'response.reasoning_summary_text.delta':
    case 'response.reasoning.delta':
      sink.reasoning(delta);
      return null;
    case 'response.reasoning_summary_part.added':
      if (state.hasReasoning) sink.reasoning('\n\n');
      return null;
    case 'response.completed':
    case 'response.incomplete':
    case 'response.failed':
    case 'response.cancelled':
      return isRecord(event.response)
        ? readResponse(event.response, sink, state)
        : { finish: String(event.type).slice('response.'.length), isFinal: true };
    default:
      return null;
  }
}
