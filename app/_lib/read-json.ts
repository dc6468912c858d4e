import type { Incoming } from '#app/_lib/incoming.ts';
import { cleanText } from '#lib/clean-text.ts';
import { AppError } from '#lib/errors.ts';

/** Room for 200,000 Chinese characters (600 KB of UTF-8) and what goes with them. */
export const maxBodyBytes = 1024 * 1024;

/** @throws AppError `unsupported-media-type`, `too-large` or `invalid-request` */
export async function readJson(request: Incoming): Promise<unknown> {
  refuseOtherTypes(request);
  const bytes = await readBytes(request);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), clean);
  } catch {
    throw new AppError('invalid-request', 'The body is not JSON.', {
      details: [{ path: '', message: 'must be JSON in UTF-8' }],
    });
  }
}

/** Whatever field it is, a query would fail at a NUL in it. */
const clean = (_: string, value: unknown) => (typeof value === 'string' ? cleanText(value) : value);

/** The media type of the body without its parameters; undefined if none is named. */
export function typeOf(request: Incoming): string | undefined {
  return request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
}

/** A page of another site can send forms and plain text without asking the browser; it cannot send JSON. */
export function refuseOtherTypes(request: Incoming, types: readonly string[] = ['application/json']): void {
  if (!types.includes(typeOf(request) ?? '')) {
    throw new AppError('unsupported-media-type', `Send the body as ${types.join(', ')}.`);
  }
}

/** Counts while reading, because a Content-Length may be absent or untrue. */
async function readBytes(request: Incoming): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBodyBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): AppError {
  return new AppError('too-large', 'The body is larger than 1 MB.');
}
