import type { AnswerSink } from '#lib/endpoints/answer-sink.ts';
import { AskFailure } from '#lib/endpoints/ask-error.ts';
import type { AnswerReader } from '#lib/endpoints/wire/answer-reader.ts';
import { describeBody } from '#lib/endpoints/wire/server-error.ts';

type Evidence = {
  sink: AnswerSink;
  reader: AnswerReader;
  /** What the network or a deadline did. */
  failure: AskFailure | null;
  /** What the body held besides events. */
  stray: string | null;
};

/** Whether the answer is one: null if the server said so and no error was seen, otherwise why not. */
export function judgeAnswer({ sink, reader, failure, stray }: Evidence): AskFailure | null {
  if (reader.error !== null) return new AskFailure('answer-error', reader.error);
  const isEnded = reader.finish !== null || reader.isDone || sink.isCut;
  // A connection that breaks after the server named the finish takes nothing away from the answer.
  if (failure && !(isEnded && failure.code === 'stream-broken')) return failure;
  if (reader.finish?.isFailure) {
    return new AskFailure('answer-error', `The server gave up: ${reader.finish.reason}`);
  }
  if (reader.broken > 0) {
    return new AskFailure('bad-response', `${reader.broken} of the server's events could not be read`);
  }
  if (!isEnded) {
    if (stray !== null && !sink.hasToken) return new AskFailure('bad-response', describeBody(stray));
    return sink.hasToken
      ? new AskFailure('no-finish', 'The answer ended without a finish reason')
      : new AskFailure('empty-answer', 'The server sent an empty answer');
  }
  if (sink.text.trim() !== '') return null;
  if (reader.finish?.reason === 'content-filter') {
    return new AskFailure('content-filter', 'The server withheld the answer');
  }
  const how = reader.finish ? ` (${reader.finish.reason})` : '';
  return new AskFailure('empty-answer', `The server finished${how} without any text`);
}
