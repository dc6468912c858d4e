import { AskFailure } from '#lib/endpoints/ask-error.ts';
import { GuardError } from '#lib/endpoints/guarded-agent.ts';

type CodedError = Error & { code?: unknown };

/** The error and its causes, outermost first, with the members of AggregateErrors. */
function chain(error: unknown): CodedError[] {
  const found: CodedError[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (!(value instanceof Error) || depth > 5) return;
    found.push(value);
    if (value instanceof AggregateError) for (const inner of value.errors) visit(inner, depth + 1);
    visit(value.cause, depth + 1);
  };
  visit(error, 0);
  return found;
}

/** What an error of the network means for the ask. `hasHeaders`: the connection broke while it was being read. */
export function toNetworkFailure(error: unknown, hasHeaders: boolean): AskFailure {
  if (error instanceof AskFailure) return error;
  const errors = chain(error);
  const guard = errors.find((one) => one instanceof GuardError);
  if (guard instanceof GuardError) return new AskFailure(guard.reason, guard.message);
  const coded = errors.findLast((one) => typeof one.code === 'string');
  const code = typeof coded?.code === 'string' ? coded.code : '';
  const words = coded?.message || code || errors.at(-1)?.message || 'The connection failed';
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT') {
    return new AskFailure('connect-timeout', words, { isRetryable: true });
  }
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return new AskFailure('too-large', words);
  if (hasHeaders) return new AskFailure('stream-broken', words, { isRetryable: true });
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return new AskFailure('bad-response', words);
  if (coded === undefined && !(error instanceof TypeError)) return new AskFailure('internal', words);
  return new AskFailure('connect-failed', words, { isRetryable: true });
}
