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
  for (const cause of causesOf(error)) {
    if (cause instanceof AppError) return cause;
    const code = codeOf(cause);
    if (networkCodes.has(code) || awayStates.test(code)) return unavailable(error);
  }
  return error;
}

/** True when the connection is gone, so that nothing more may be sent on it: not even a rollback. */
export function isConnectionLost(error: unknown): boolean {
  return causesOf(error).some(
    (cause) =>
      networkCodes.has(codeOf(cause)) ||
      ('severity' in cause && (cause.severity === 'FATAL' || cause.severity === 'PANIC')),
  );
}

/** True when no connection came about in time. */
export function isConnectTimeout(error: unknown): boolean {
  return causesOf(error).some((cause) => codeOf(cause) === 'CONNECT_TIMEOUT');
}

/** True when a row that must be alone was there already. */
export function isUniqueViolation(error: unknown): boolean {
  return causesOf(error).some((cause) => codeOf(cause) === '23505');
}

/** The constraint that a change broke, else the code of the error: what the server calls the trouble. */
export function ruleOf(error: unknown): string {
  const causes = causesOf(error);
  const named = causes.find((cause) => 'constraint_name' in cause);
  if (named && 'constraint_name' in named) return String(named.constraint_name);
  return causes.map(codeOf).find((code) => code !== '') ?? '';
}

export function unavailable(cause?: unknown): AppError {
  return new AppError('unavailable', 'The database does not answer. Try again in a moment.', { cause });
}

function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause) causes.push(cause);
  return causes;
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
