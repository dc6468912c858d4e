import type { z } from 'zod';
import { reportReachable } from '#app/_lib/client/reachability.ts';
import type { ErrorCode, ErrorDetail } from '#lib/errors.ts';
import { errorCodes } from '#lib/errors.ts';

/** What the browser can meet beyond the server's own codes: no connection, or an answer that is not ours. */
export type ClientErrorCode = ErrorCode | 'offline' | 'bad-answer';

export class ApiError extends Error {
  readonly code: ClientErrorCode;
  readonly details: readonly ErrorDetail[];
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** From Retry-After; null when the server named no time. */
  readonly retryAfterSeconds: number | null;

  constructor(
    code: ClientErrorCode,
    message: string,
    options: {
      status?: number;
      details?: readonly ErrorDetail[];
      retryAfterSeconds?: number | null;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'ApiError';
    this.code = code;
    this.status = options.status ?? 0;
    this.details = options.details ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}

type Options<T> = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  signal?: AbortSignal;
  /** Checks the answer; without it the caller vouches for T. */
  schema?: z.ZodType<T>;
};

/**
 * Calls the API of this server; `path` starts behind /api/v1. Throws ApiError, or AbortError when the signal ended it.
 */
export async function request<T>(path: string, options: Options<T> = {}): Promise<T> {
  const response = await send(path, options);
  if (!response.ok) throw await readError(response);
  if (response.status === 204) return undefined as T;
  let answer: unknown;
  try {
    answer = await response.json();
  } catch (cause) {
    throw new ApiError('bad-answer', 'The answer was not JSON.', { status: response.status, cause });
  }
  if (!options.schema) return answer as T;
  const parsed = options.schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new ApiError('bad-answer', parsed.error.message, { status: response.status, cause: parsed.error });
}

async function send(path: string, { method = 'GET', body, signal }: Options<unknown>): Promise<Response> {
  try {
    const response = await fetch(`/api/v1${path}`, {
      method,
      headers: {
        accept: 'application/json',
        // Every mutating request names its type, also without a body: the server insists on it.
        ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
      ...(signal ? { signal } : {}),
    });
    reportReachable(true);
    return response;
  } catch (cause) {
    if (signal?.aborted) throw cause;
    reportReachable(false);
    throw new ApiError('offline', 'The server could not be reached.', { cause });
  }
}

/** Reads an error answer of the API, for callers that fetch by themselves (event streams). */
export async function readError(response: Response): Promise<ApiError> {
  const status = response.status;
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfterSeconds = Number.isFinite(retryAfter) ? retryAfter : null;
  const answer: unknown = await response.json().catch(() => null);
  if (isErrorAnswer(answer)) {
    const { code, message, details } = answer.error;
    return new ApiError(code, message, { status, details: details ?? [], retryAfterSeconds });
  }
  const code = status === 503 || status === 502 || status === 504 ? 'unavailable' : 'bad-answer';
  return new ApiError(code, `HTTP ${status}`, { status, retryAfterSeconds });
}

type ErrorAnswer = { error: { code: ErrorCode; message: string; details?: ErrorDetail[] } };

function isErrorAnswer(answer: unknown): answer is ErrorAnswer {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return false;
  const { error } = answer;
  if (typeof error !== 'object' || error === null || !('code' in error) || !('message' in error))
    return false;
  return errorCodes.some((code) => code === error.code) && typeof error.message === 'string';
}
