/**
 * Every code of AskResult.error, for the page to put into words:
 * what happened on the network, what the server said, or what the answer lacked.
 */
export const askErrorCodes = [
  'connect-failed',
  'connect-timeout',
  'headers-timeout',
  'first-text-timeout',
  'gap-timeout',
  'total-timeout',
  'blocked-address',
  'redirected',
  /** 401 or 403. */
  'access-denied',
  /** 404: no such model or no such path. */
  'not-found',
  /** 429, after the retries. */
  'rate-limited',
  /** Any other 4xx. */
  'request-refused',
  /** 5xx, after the retries. */
  'server-error',
  /** The server reported an error inside a 200 answer, or a finish reason that means failure. */
  'answer-error',
  /** The connection broke after the headers. */
  'stream-broken',
  /** The stream ended without saying that the answer was over. */
  'no-finish',
  /** The server finished without any text. */
  'empty-answer',
  /** A filter left no text at all. */
  'content-filter',
  /** Not an answer at all: HTML, or events that cannot be read. */
  'bad-response',
  'too-large',
  /** The endpoint, its template or its capabilities cannot carry this conversation. */
  'not-askable',
  'internal',
] as const;

export type AskErrorCode = (typeof askErrorCodes)[number];

/** Why an attempt failed; only failures before the first token may be tried again. */
export class AskFailure extends Error {
  readonly code: AskErrorCode;
  readonly isRetryable: boolean;
  readonly retryAfterMs: number | null;

  constructor(
    code: AskErrorCode,
    message: string,
    options: { isRetryable?: boolean; retryAfterMs?: number | null } = {},
  ) {
    super(message);
    this.name = 'AskFailure';
    this.code = code;
    this.isRetryable = options.isRetryable ?? false;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}
