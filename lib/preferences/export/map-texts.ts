import type { LogRecord } from '#lib/preferences/export/log-record.ts';

/** The record with every text in it that a person or a model wrote put through `change`. */
export function mapTexts(record: LogRecord, change: (text: string) => string): LogRecord {
  const maybe = (text: string | null) => (text === null ? null : change(text));
  const answer = <
    Answer extends { text: string; reasoning: string | null; errorMessage: string | null; request?: unknown },
  >(
    one: Answer,
  ) => ({
    ...one,
    text: change(one.text),
    reasoning: maybe(one.reasoning),
    // Servers like to quote the key they refuse.
    errorMessage: maybe(one.errorMessage),
    request: mapStrings(one.request, change),
  });
  return {
    ...record,
    comment: maybe(record.comment),
    ratings: mapStrings(record.ratings, change),
    comparison: {
      ...record.comparison,
      title: maybe(record.comparison.title),
      system: maybe(record.comparison.system),
    },
    turn: { ...record.turn, prompt: change(record.turn.prompt) },
    lanes: record.lanes.map((lane) => ({
      ...lane,
      system: maybe(lane.system),
      response: answer(lane.response),
    })),
    past: record.past.map((turn) => ({
      ...turn,
      prompt: change(turn.prompt),
      responses: turn.responses.map(answer),
    })),
    revisions: record.revisions.map((one) => ({ ...one, content: mapStrings(one.content, change) })),
    exclusions: record.exclusions.map((one) => ({ ...one, reason: change(one.reason) })),
    tags: record.tags.map((one) => ({ ...one, tag: change(one.tag) })),
    note: record.note && { ...record.note, text: change(record.note.text) },
  };
}

/** Changes the strings in a JSON value, not its keys: the result has the shape of the value. */
function mapStrings<Value>(value: Value, change: (text: string) => string): Value {
  const map = (part: unknown): unknown => {
    if (typeof part === 'string') return change(part);
    if (Array.isArray(part)) return part.map(map);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, map(inner)]));
  };
  return map(value) as Value;
}
