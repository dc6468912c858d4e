import { AppError, type ErrorCode } from '#lib/errors.ts';

export const statusOfError: Record<ErrorCode, number> = {
  'invalid-request': 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'ballot-final': 409,
  'lane-not-rankable': 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'rate-limited': 429,
  internal: 500,
  'endpoint-failed': 502,
  unavailable: 503,
};

/** Seconds a client should wait before it tries again. */
const retryAfter: Partial<Record<ErrorCode, string>> = { unavailable: '2', 'rate-limited': '10' };

/** Answers in the words of the API. What is not an AppError is written to stderr and told to nobody. */
export function toErrorResponse(error: unknown): Response {
  const known = error instanceof AppError && error.code !== 'internal' ? error : null;
  if (!known) writeError(error);
  const code = known?.code ?? 'internal';
  const wait = retryAfter[code];
  return Response.json(
    {
      error: {
        code,
        message: known?.message ?? 'Something went wrong on the server. Its log says more.',
        ...(known && known.details.length > 0 ? { details: known.details } : {}),
      },
    },
    {
      status: statusOfError[code],
      headers: { 'Cache-Control': 'no-store', ...(wait ? { 'Retry-After': wait } : {}) },
    },
  );
}

function writeError(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const cause =
    error instanceof Error && error.cause instanceof Error ? `\ncaused by ${error.cause.stack}` : '';
  process.stderr.write(`${new Date().toISOString()} ${text}${cause}\n`);
}
