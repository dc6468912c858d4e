import { AppError } from '#lib/errors.ts';

/** Codes of Node and postgres.js for a server that is away. */
const networkCodes = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
]);

/**
 * SQLSTATE: connection (08), bad credentials (28), no such database (3D), out of resources (53), ended by the
 * operator or by statement_timeout (57), ended by idle_in_transaction_session_timeout (25P03).
 */
const awayStates = /^(?:08|28|3D|53|57)[0-9A-Z]{3}$|^25P03$/;

/** Turns what a lost, full or frozen server throws into AppError `unavailable`; anything else comes back as it was. */
export function toDatabaseError(error: unknown): unknown {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AppError) return cause;
    const code = 'code' in cause ? cause.code : undefined;
    if (typeof code === 'string' && (networkCodes.has(code) || awayStates.test(code))) {
      return unavailable(error);
    }
  }
  return error;
}

export function unavailable(cause?: unknown): AppError {
  return new AppError('unavailable', 'The database does not answer. Try again in a moment.', { cause });
}
