/** How long we are willing to wait because a server asked for it. */
export const maxRetryAfterMs = 30_000;

/** Milliseconds from `retry-after-ms` or `Retry-After` (seconds, or an HTTP date); null where there is none. */
export function readRetryAfter(headers: Readonly<Record<string, unknown>>, now: number): number | null {
  const milliseconds = Number(headers['retry-after-ms'] ?? Number.NaN);
  if (Number.isFinite(milliseconds) && milliseconds >= 0) return milliseconds;
  const given = headers['retry-after'];
  const value = typeof given === 'string' ? given.trim() : '';
  if (value === '') return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return seconds >= 0 ? seconds * 1000 : null;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

const note = / \(Retry-After: (\d+) s\)$/;

/** The server's words with its wish to wait behind them: an error is stored and exported as code and words alone. */
export function withRetryAfter(message: string, retryAfterMs: number | null): string {
  return !retryAfterMs ? message : `${message} (Retry-After: ${Math.ceil(retryAfterMs / 1000)} s)`;
}

/** Takes them apart again. */
export function splitRetryAfter(message: string): { message: string; seconds: number | null } {
  const seconds = note.exec(message)?.[1];
  return { message: message.replace(note, ''), seconds: seconds === undefined ? null : Number(seconds) };
}
