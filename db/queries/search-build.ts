import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as breathe } from 'node:timers/promises';
import { PgDialect } from 'drizzle-orm/pg-core';
import type postgres from 'postgres';
import { selectDocuments, toIndexedDocument } from '#db/queries/search-documents.ts';
import { encodeKeys, type SearchKey } from '#db/queries/search-keys.ts';
import { SegmentBuilder } from '#lib/preferences/search/segment-builder.ts';
import { ColumnsBuilder } from '#lib/preferences/search/segment-columns.ts';

const readAtOnce = 64;
const dialect = new PgDialect();

export type BuiltSegment = {
  keys: SearchKey[];
  builder: SegmentBuilder;
  columns: ColumnsBuilder;
  /** Records left out, because an answer of theirs is still being written. */
  waiting: Set<string>;
};

/** Reads and indexes the records. @param keys in the order of the log, oldest first. */
export async function buildSegment(client: postgres.Sql, keys: readonly SearchKey[]): Promise<BuiltSegment> {
  const built: BuiltSegment = {
    keys: [],
    builder: new SegmentBuilder(),
    columns: new ColumnsBuilder(),
    waiting: new Set(),
  };
  for (let start = 0; start < keys.length; start += readAtOnce) {
    const { sql, params } = dialect.sqlToQuery(
      selectDocuments(keys.slice(start, start + readAtOnce), { texts: true, facets: true }),
    );
    const rows = await client.unsafe<{ line: string }[]>(sql, params as string[], { prepare: true });
    for (const { line } of rows) {
      const { id, at, texts, facets, values, isRunning } = toIndexedDocument(line);
      if (isRunning) built.waiting.add(id);
      else {
        built.builder.add(texts, facets);
        built.columns.add(values);
        built.keys.push({ id, at });
      }
    }
    await breathe();
  }
  return built;
}

export async function insertSegment(
  tx: postgres.TransactionSql,
  { keys, builder, columns }: BuiltSegment,
): Promise<void> {
  const [first, last] = [keys[0], keys.at(-1)];
  if (!first || !last) return;
  const [row] = await tx<
    { id: number }[]
  >`insert into search_segments (first_at, last_at, count, keys, columns, totals)
    values (${new Date(first.at)}, ${new Date(last.at)}, ${keys.length}, ${encodeKeys(keys)}, ${columns.encode()},
      ${JSON.stringify(columns.totals)}::text::jsonb) returning id`;
  const to = await tx`copy search_grams (segment_id, gram, places) from stdin`.writable();
  await pipeline(Readable.from(copyLines(row?.id ?? 0, builder)), to);
}

function* copyLines(segmentId: number, builder: SegmentBuilder): Generator<string> {
  let lines = '';
  for (const { gram, places } of builder.postings()) {
    lines += `${segmentId}\t${gram}\t\\\\x${places.toString('hex')}\n`;
    if (lines.length > 65_536) {
      yield lines;
      lines = '';
    }
  }
  yield lines;
}
