import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type postgres from 'postgres';
import type { BinaryRows } from '#db/binary-rows.ts';
import type { Transaction } from '#db/client.ts';

/**
 * Appends rows to a table as COPY does, the fastest way in: nothing is replaced, and a row that is there already is an
 * error. Names and types come from the code, never from outside.
 */
export async function copyInto(tx: Transaction, table: string, rows: BinaryRows): Promise<void> {
  // drizzle has no COPY; it keeps the scope it was made with under this name.
  const { $client } = tx as Transaction & { $client: postgres.TransactionSql };
  const copy = $client.unsafe(`copy ${table} (${rows.columns.join(', ')}) from stdin (format binary)`);
  const refused = whenRefused(copy);
  await Promise.race([write(await copy.writable(), rows.end()), refused]);
}

async function write(stream: NodeJS.WritableStream, pieces: readonly Buffer[]): Promise<void> {
  const ended = finished(stream);
  // Heard of below.
  ended.catch(() => {});
  for (const piece of pieces) {
    if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), ended]);
  }
  stream.end();
  await ended;
}

/**
 * Rejects when the server refuses the rows. postgres.js tells that to the query alone, which has been answered with
 * the stream by then: once all rows are written, nobody would ever hear of it.
 */
function whenRefused(copy: PromiseLike<unknown>): Promise<never> {
  const refused = new Promise<never>((_, reject) => {
    // Known to postgres.js, not to its types.
    const query = copy as typeof copy & { reject: (error: unknown) => void };
    const tellQuery = query.reject;
    query.reject = (error) => {
      tellQuery(error);
      reject(error);
    };
  });
  refused.catch(() => {});
  return refused;
}
