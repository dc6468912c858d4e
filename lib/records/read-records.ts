import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { parse as parseCsv } from 'csv-parse';
import { JsonArraySplitter } from '#lib/records/json-array-splitter.ts';
import { RecordsError } from '#lib/records/records-error.ts';
import { RowFault } from '#lib/records/row-fault.ts';

/** Takes what a file holds, row by row. `line` counts from 1. */
export type RecordSink = {
  record: (record: Readonly<Record<string, unknown>>, line: number) => void;
  bad: (line: number, fault: RowFault) => void;
};

/** Longest row that is read: a battle with two very long conversations stays well below. */
const LONGEST = 64 * 1024 * 1024;

/** Streams CSV, JSON Lines or one JSON array, plain or gzip, told apart by the first bytes, into the sink. */
export async function readRecords(source: Readable, sink: RecordSink): Promise<void> {
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const head = await readHead(chunks, (bytes) => bytes.length >= 2);
  if (head[0] === 0x1f && head[1] === 0x8b) {
    const unzipped = createGunzip();
    // Kept aside, so that a fault in the data reaches the reader below and is not an unhandled rejection.
    const feeding = pipeline(prepend(head, chunks), unzipped).catch(() => undefined);
    await readPlain(tellDamage(unzipped), Buffer.alloc(0), sink);
    await feeding;
  } else {
    await readPlain(chunks, head, sink);
  }
}

async function* tellDamage(unzipped: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* unzipped;
  } catch (cause) {
    throw new RecordsError('the gzip data is damaged or breaks off', { cause });
  }
}

async function readPlain(chunks: AsyncIterator<Buffer>, before: Buffer, sink: RecordSink): Promise<void> {
  const firstSign = (bytes: Buffer) =>
    bytes
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trimStart()[0];
  const head = await readHead(chunks, (bytes) => firstSign(bytes) !== undefined, before);
  const first = firstSign(head);
  const all = prepend(head, chunks);
  if (first === '[') await readJsonArray(all, sink);
  else if (first === '{') await readJsonLines(all, sink);
  else await readCsv(all, sink);
}

async function readHead(
  chunks: AsyncIterator<Buffer>,
  isEnough: (bytes: Buffer) => boolean,
  before: Buffer = Buffer.alloc(0),
): Promise<Buffer> {
  let head = before;
  while (!isEnough(head)) {
    const { value, done } = await chunks.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  return head;
}

async function* prepend(head: Buffer, chunks: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
}

async function readJsonLines(chunks: AsyncIterable<Buffer>, sink: RecordSink): Promise<void> {
  const decoder = new TextDecoder();
  let line = 0;
  let rest = '';
  const take = (text: string) => {
    line += 1;
    if (text !== '' && text !== '\r') parseObject(text, line, sink);
  };
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      take(rest === '' ? text.slice(from, end) : rest + text.slice(from, end));
      rest = '';
      from = end + 1;
    }
    rest += text.slice(from);
    refuseEndless(rest.length, line + 1);
  }
  take(rest + decoder.decode());
}

async function readJsonArray(chunks: AsyncIterable<Buffer>, sink: RecordSink): Promise<void> {
  const decoder = new TextDecoder();
  const splitter = new JsonArraySplitter((text, line) => parseObject(text, line, sink));
  for await (const chunk of chunks) {
    splitter.write(decoder.decode(chunk, { stream: true }));
    refuseEndless(splitter.pending, splitter.line);
  }
  splitter.end();
}

function refuseEndless(length: number, line: number): void {
  if (length > LONGEST) throw new RecordsError(`line ${line}: a row of more than 64 MB`);
}

function parseObject(text: string, line: number, sink: RecordSink): void {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    sink.bad(line, new RowFault('not-json', { text: text.trim().slice(0, 60) }));
    return;
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    sink.record(value as Record<string, unknown>, line);
  } else {
    sink.bad(line, new RowFault('not-object'));
  }
}

async function readCsv(chunks: AsyncIterable<Buffer>, sink: RecordSink): Promise<void> {
  let header: string[] | undefined;
  const parser = parseCsv({
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    skip_records_with_error: true,
    max_record_size: LONGEST,
    on_record: (fields: string[], { lines }) => {
      if (header === undefined) header = fields.map((name) => name.trim());
      else if (fields.length !== header.length) {
        sink.bad(lines, new RowFault('other-columns', { found: fields.length, expected: header.length }));
      } else {
        const record: Record<string, string> = {};
        for (let index = 0; index < fields.length; index++) {
          record[header[index] as string] = fields[index] as string;
        }
        sink.record(record, lines);
      }
      return null;
    },
    on_skip: (error) => {
      sink.bad(Number(error?.lines ?? 0), new RowFault('not-csv', { problem: error?.code ?? '' }));
      return undefined;
    },
  });
  parser.resume();
  await pipeline(chunks, parser);
}
