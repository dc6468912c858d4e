import { firstString, isRecord, type JsonRecord } from '#lib/endpoints/wire/record.ts';

export type ContentSink = {
  text(delta: string): void;
  reasoning(delta: string): void;
  refusal(delta: string): void;
};

/** The text inside a string, a part, or a list of them. */
function plainText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(plainText).join('');
  if (!isRecord(value)) return '';
  return firstString(value.text, value.content, value.summary, value.thinking) ?? '';
}

function readPart(part: unknown, sink: ContentSink): void {
  if (typeof part === 'string') {
    sink.text(part);
  } else if (!isRecord(part)) {
    return;
  } else if (part.type === 'thinking' || part.type === 'reasoning') {
    sink.reasoning(plainText(part.thinking ?? part.reasoning ?? part.summary ?? part.text));
  } else if (part.type === 'refusal') {
    sink.refusal(plainText(part.refusal));
  } else if (typeof part.text === 'string') {
    sink.text(part.text);
  } else if (isRecord(part.text) && typeof part.text.value === 'string') {
    // Some servers nest: {"type":"text","text":{"value":"..."}}.
    sink.text(part.text.value);
  }
}

/** `content` of a delta or message: a string, a list of parts, or one part. */
export function readContent(content: unknown, sink: ContentSink): void {
  if (typeof content === 'string') sink.text(content);
  else if (Array.isArray(content)) for (const part of content) readPart(part, sink);
  else readPart(content, sink);
}

const reasoningFields = ['reasoning_content', 'reasoning', 'thinking', 'reasoning_details'];

/** Servers that send several of these fields say the same in each: the first with text counts. */
function readReasoning(delta: JsonRecord, sink: ContentSink): void {
  for (const field of reasoningFields) {
    const value = delta[field];
    if (value === undefined || value === null || value === '') continue;
    const text = plainText(value);
    if (text === '') continue;
    sink.reasoning(text);
    return;
  }
}

/** A delta of a stream or a message of a whole answer. Its role is not looked at: servers disagree about it. */
export function readDelta(delta: JsonRecord, sink: ContentSink): void {
  readReasoning(delta, sink);
  if (delta.content !== undefined && delta.content !== null) readContent(delta.content, sink);
  else if (typeof delta.text === 'string') sink.text(delta.text);
  if (typeof delta.refusal === 'string') sink.refusal(delta.refusal);
}
