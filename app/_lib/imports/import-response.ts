import { Readable } from 'node:stream';
import type { z } from 'zod';
import { readFilePart } from '#app/_lib/imports/file-part.ts';
import { typeOf } from '#app/_lib/read-json.ts';
import { answer } from '#app/_lib/route.ts';
import { importStream } from '#db/queries/import-stream.ts';
import { AppError } from '#lib/errors.ts';
import type { ImportFormatName } from '#lib/preferences/import/format-names.ts';
import type { importQuerySchema } from '#lib/preferences/import/import-query.ts';
import { previewImport } from '#lib/preferences/import/preview-import.ts';
import { RecordsError } from '#lib/records/records-error.ts';

/** Takes a file of any length as the body of a request or as a form's file; what it holds is told by its content. */
export async function toImportResponse(
  request: Request,
  format: ImportFormatName,
  { dryRun, leaderboard }: z.output<typeof importQuerySchema>,
): Promise<Response> {
  const counts = leaderboard === undefined ? format === 'baijia' : leaderboard === 'in';
  return readBody(request, (body) => importStream(body, { format, isDryRun: dryRun, counts }));
}

/** What the first rows would become; the body may be the head of the file alone. */
export async function toPreviewResponse(
  request: Request,
  format: ImportFormatName | undefined,
): Promise<Response> {
  return readBody(request, (body) => previewImport(body, format));
}

async function readBody(
  request: Request,
  read: (body: AsyncIterable<Uint8Array>) => Promise<object>,
): Promise<Response> {
  if (request.body === null) throw new AppError('invalid-request', 'Send the file as the body.');
  const file = fileOf(request, request.body);
  try {
    return answer(await read(file));
  } catch (error) {
    if (error instanceof RecordsError) throw new AppError('invalid-request', error.message, { cause: error });
    throw error;
  } finally {
    // What was not read is not wanted, and the parser of a form waits for nobody.
    if (file instanceof Readable) file.destroy();
  }
}

function fileOf(request: Request, body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  if (typeOf(request) !== 'multipart/form-data') return body;
  return readFilePart(body, request.headers.get('content-type') ?? '');
}
