import { PassThrough, Readable } from 'node:stream';
import { Busboy, type BusboyConfig } from '@fastify/busboy';
import { AppError } from '#lib/errors.ts';

/**
 * The one file of a multipart form, as it comes. It ends only when the whole form has been read and holds nothing else;
 * until then whoever reads it may already have taken what came before the fault.
 * @param contentType with the boundary
 * @throws AppError `invalid-request`, also by the stream. Whoever stops reading early destroys the stream.
 */
export function readFilePart(body: AsyncIterable<Uint8Array>, contentType: string): Readable {
  const parser = createParser(contentType);
  const source = Readable.from(body);
  const file = new PassThrough();
  let isFound = false;
  parser.on('file', (_field, part) => {
    isFound = true;
    // The parser tells of the same fault.
    part.on('error', () => {});
    part.pipe(file, { end: false });
  });
  const refuse = () => file.destroy(noSingleFile());
  parser.on('filesLimit', refuse);
  parser.on('fieldsLimit', refuse);
  parser.on('error', (cause) => file.destroy(broken(cause)));
  parser.on('finish', () => (isFound ? file.end() : refuse()));
  source.on('error', (error) => file.destroy(error));
  // Told to whoever reads, now or later.
  file.on('error', () => {});
  file.on('close', () => source.destroy());
  source.pipe(parser);
  return file;
}

function createParser(contentType: string) {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      isPartAFile,
      limits: { files: 1, fields: 0 },
    });
  } catch (cause) {
    throw broken(cause);
  }
}

/** A form in which no file was chosen sends an empty name. */
const isPartAFile: NonNullable<BusboyConfig['isPartAFile']> = (_field, type, name) =>
  name === undefined ? type === 'application/octet-stream' : name !== '';

function noSingleFile(): AppError {
  return new AppError(
    'invalid-request',
    'Send one file, with a file name, as the only part of the form; everything else belongs in the query.',
  );
}

function broken(cause: unknown): AppError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new AppError(
    'invalid-request',
    `The multipart form is broken or breaks off (${reason}). Send it again, or the file itself as the body.`,
    { cause },
  );
}
