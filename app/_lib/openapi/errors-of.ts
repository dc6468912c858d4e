import { statusOfError } from '#app/_lib/error-response.ts';
import type { Operation } from '#app/_lib/operations/operation.ts';
import { type ErrorCode, errorCodes } from '#lib/errors.ts';

/** The errors that an operation can answer with, by status: its own, and those that follow from what it takes. */
export function errorsOf({ method, params, body, upload, errors = [] }: Operation): Map<number, ErrorCode[]> {
  const takesBody = body !== undefined || upload !== undefined;
  const possible = new Set<ErrorCode>(['invalid-request', 'unavailable', 'internal', ...errors]);
  if (params) possible.add('not-found');
  if (method !== 'GET') possible.add('forbidden');
  if (takesBody) possible.add('unsupported-media-type');
  if (body) possible.add('too-large');
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of errorCodes.filter((known) => possible.has(known))) {
    const status = statusOfError[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return new Map([...byStatus].sort(([one], [other]) => one - other));
}
