import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type postgres from 'postgres';
import type { Transaction } from '#db/client.ts';

export type Column = { name: string; type: string };

/** Rows are written in pieces of about so many characters. */
const pieceLength = 256 * 1024;

/**
 * Appends rows to a table as COPY does, the fastest way in: nothing is replaced, and a row that is there already is an
 * error. Names and types come from the code, never from outside.
 */
export async function copyInto(
  tx: Transaction,
  table: string,
  columns: readonly Column[],
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const names = columns.map(({ name }) => name).join(', ');
  // drizzle has no COPY; it keeps the scope it was made with under this name.
  const { $client } = tx as Transaction & { $client: postgres.TransactionSql };
  const stream = await $client.unsafe(`copy ${table} (${names}) from stdin`).writable();
  let lines = '';
  for (const row of rows) {
    for (const [index, { name, type }] of columns.entries()) {
      lines += (index === 0 ? '' : '\t') + toField(row[name], type);
    }
    lines += '\n';
    if (lines.length < pieceLength) continue;
    if (!stream.write(lines)) await once(stream, 'drain');
    lines = '';
  }
  stream.end(lines);
  await finished(stream);
}

function toField(value: unknown, type: string): string {
  if (value === null || value === undefined) return '\\N';
  if (type === 'jsonb') return escaped(JSON.stringify(value));
  if (type === 'text') return escaped(String(value));
  return Array.isArray(value) ? escaped(toArray(value)) : String(value);
}

const toArray = (items: readonly unknown[]): string =>
  `{${items.map((item) => `"${String(item).replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`;

const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(text: string): string {
  return /[\\\n\r\t]/.test(text) ? text.replaceAll(/[\\\n\r\t]/g, (sign) => escapes[sign] ?? sign) : text;
}
