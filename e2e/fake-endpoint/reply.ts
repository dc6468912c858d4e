export type FakeProtocol = 'chat' | 'completion' | 'responses';

/** A string or bytes are written as they are; `wait` is counted from the previous step's due time. */
export type Step = string | Uint8Array | { wait: number } | 'reset' | 'hang';

export type Reply = {
  status?: number;
  headers?: Record<string, string>;
  /** Sends nothing, not even headers, until this many milliseconds have passed. */
  headersAfter?: number;
  /** Closes the connection without an answer. */
  isDropped?: boolean;
  steps: Iterable<Step>;
};

export type Counts = { input: number; output: number };

/** How one protocol says each thing, so that a shape can be written once for all three. */
export type Dialect = {
  open(): string;
  text(delta: string): string;
  reasoning(delta: string): string;
  /** Everything after the last text: finish reason, usage, end mark. */
  close(reason: 'stop' | 'length', text: string, counts: Counts): string;
  /** The whole answer as one JSON value, for a request without `stream`. */
  whole(text: string, counts: Counts): unknown;
};

export type FakeRequest = {
  protocol: FakeProtocol;
  dialect: Dialect;
  /** The model id up to its first `-NUMBER` or `?`. */
  shape: string;
  /** `story-400-50` gives tokens 400 and rate 50; `story?tokens=400&rate=50` the same. */
  options: URLSearchParams;
  body: Record<string, unknown>;
  headers: Record<string, string | string[] | undefined>;
  /** The last user message, or the whole prompt string of a completion. */
  prompt: string;
  /** How many requests this server has seen for this exact model id, from 1 on. */
  count: number;
};

export type Shape = (request: FakeRequest) => Reply | Iterable<Step>;
export type ShapeTable = Record<string, Shape>;

/** One server-sent event. */
export function sse(data: unknown): string {
  return `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
}

/** A plain JSON answer with a status. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    steps: [JSON.stringify(value)],
  };
}

/** One chunk of a chat stream, with one choice. */
export function chatChunk(delta: unknown, more: Record<string, unknown> = {}): Record<string, unknown> {
  const { finish_reason = null, choice = {}, ...rest } = more;
  return {
    id: 'chatcmpl-fake',
    object: 'chat.completion.chunk',
    created: 1_700_000_000,
    model: 'fake',
    choices: [{ index: 0, delta, finish_reason, ...(choice as Record<string, unknown>) }],
    ...rest,
  };
}

export const usage = { prompt_tokens: 7, completion_tokens: 3, total_tokens: 10 };
export const finish = sse(chatChunk({}, { finish_reason: 'stop' }));
export const done = 'data: [DONE]\n\n';

/** The text every shape without a text of its own sends. */
export const helloWords = ['Hello', ', ', 'world 世界 🌍', '.'];
export const helloText = helloWords.join('');

/** The common frame: role, the given middle, finish, usage, [DONE]. */
export function* chatStream(middle: Iterable<Step>, ends: readonly Step[] = [finish, done]): Iterable<Step> {
  yield sse(chatChunk({ role: 'assistant', content: '' }));
  yield* middle;
  yield* ends;
}

export const helloChunks: readonly string[] = helloWords.map((content) => sse(chatChunk({ content })));
