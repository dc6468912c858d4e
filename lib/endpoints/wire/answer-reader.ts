import { type ContentSink, readDelta } from '#lib/endpoints/wire/content.ts';
import { type FinishReason, readFinishReason } from '#lib/endpoints/wire/finish-reason.ts';
import { isRecord, type JsonRecord } from '#lib/endpoints/wire/record.ts';
import { type ResponsesEnd, readResponse, readResponsesEvent } from '#lib/endpoints/wire/responses-event.ts';
import { findServerError } from '#lib/endpoints/wire/server-error.ts';
import { readTimings, readUsage, type WireUsage } from '#lib/endpoints/wire/usage.ts';

export type AnswerSink = { text(delta: string): void; reasoning(delta: string): void };

/**
 * Turns the parsed events of any of the three protocols into text, reasoning and what the server said about the
 * end. It looks at what an event holds, not at which server sent it, so that one reader serves all of them.
 */
export class AnswerReader {
  /** The first error the server reported, in its words. */
  error: string | null = null;
  finish: FinishReason | null = null;
  usage: WireUsage | null = null;
  /** `[DONE]`, or the final event of a Responses stream: nothing follows. */
  isDone = false;
  /** How many events could not be read. */
  broken = 0;
  hasRefusal = false;
  readonly #sink: ContentSink;
  readonly #state = { hasText: false, hasReasoning: false };
  #hasDelta = false;
  #hasRealUsage = false;

  constructor(sink: AnswerSink) {
    this.#sink = {
      text: (delta) => {
        if (delta === '') return;
        this.#state.hasText = true;
        sink.text(delta);
      },
      reasoning: (delta) => {
        if (delta === '') return;
        this.#state.hasReasoning = true;
        sink.reasoning(delta);
      },
      refusal: (delta) => {
        if (delta === '') return;
        this.hasRefusal = true;
        this.#state.hasText = true;
        sink.text(delta);
      },
    };
  }

  read(value: unknown, name: string | null): void {
    if (Array.isArray(value)) {
      for (const item of value) this.read(item, name);
    } else if (isRecord(value)) {
      this.#readRecord(value, name);
    } else if (typeof value === 'string' && value !== '') {
      if (name === 'error') this.error ??= value;
      else this.broken += 1;
    }
  }

  #readRecord(event: JsonRecord, name: string | null): void {
    const error = findServerError(event, name);
    if (error !== null) this.error ??= error;
    const { choices } = event;
    if (Array.isArray(choices)) {
      const first: unknown = choices[0];
      if (isRecord(first)) this.#readChoice(first);
    } else if (isRecord(choices)) {
      this.#readChoice(choices);
    } else if (typeof event.type === 'string' && event.type.startsWith('response.')) {
      if (isRecord(event.response)) this.error ??= findServerError({ error: event.response.error }, null);
      this.#readEnd(readResponsesEvent(event, this.#sink, this.#state));
    } else if (event.object === 'response') {
      this.#readEnd(readResponse(event, this.#sink, this.#state));
    }
    this.#readUsageOf(event);
  }

  #readEnd(end: ResponsesEnd | null): void {
    if (!end) return;
    this.finish = readFinishReason(end.finish) ?? this.finish;
    this.isDone = this.isDone || end.isFinal;
  }

  #readChoice(choice: JsonRecord): void {
    const { delta, message } = choice;
    if (isRecord(delta)) {
      this.#hasDelta = true;
      readDelta(delta, this.#sink);
    } else if (typeof delta === 'string') {
      this.#hasDelta = true;
      this.#sink.text(delta);
    } else if (typeof choice.text === 'string') {
      this.#sink.text(choice.text);
    } else if (isRecord(message) && !this.#hasDelta) {
      // Beside deltas a message is the answer so far, once more.
      readDelta(message, this.#sink);
    }
    this.finish = readFinishReason(choice.finish_reason) ?? this.finish;
    if (choice.error) this.error ??= findServerError({ error: choice.error }, null);
    if (choice.usage) this.#takeUsage(readUsage(choice.usage));
  }

  #readUsageOf(event: JsonRecord): void {
    if (event.usage) this.#takeUsage(readUsage(event.usage));
    else if (isRecord(event.response)) this.#takeUsage(readUsage(event.response.usage));
    else if (isRecord(event.x_groq)) this.#takeUsage(readUsage(event.x_groq.usage));
    else if (event.timings && !this.#hasRealUsage) this.usage = readTimings(event.timings) ?? this.usage;
  }

  #takeUsage(usage: WireUsage | null): void {
    if (!usage) return;
    this.usage = usage;
    this.#hasRealUsage = true;
  }
}
