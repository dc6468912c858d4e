import { setImmediate } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { inTransaction, type Transaction, withDatabase } from '#db/client.ts';
import { ImportBatch } from '#db/queries/import-batch.ts';
import { insertRows } from '#db/queries/import-insert.ts';
import { toRows } from '#db/queries/import-rows.ts';
import { countNewBallots } from '#db/queries/pair-counts.ts';
import { AppError } from '#lib/errors.ts';
import type { LogRecord } from '#lib/preferences/export/log-record.ts';
import type { ReadRow } from '#lib/preferences/import/read-row.ts';

/** Rows encoded in one go, so that the answers of the server to other batches need not wait long. */
const encodedAtOnce = 50;

/**
 * Stores the records of rows whole, or none of them; those that are in the log already are left as they are.
 * @returns how many were new.
 */
export async function importRows(rows: readonly ReadRow[], isDryRun = false): Promise<number> {
  const unique = [...new Map(rows.map((row) => [row.id, row])).values()];
  const ids = unique.map(({ id }) => id);
  const comparisonIds = unique.map(({ comparisonId }) => comparisonId);
  const known = await withDatabase((db) => findKnown(db, ids, comparisonIds));
  const fresh = unique.filter(({ id }) => !known.ballots.has(id));
  if (isDryRun || fresh.length === 0) return fresh.length;
  const isBegun = ({ comparisonId }: ReadRow) => known.comparisons.has(comparisonId);
  const begun = fresh.filter(isBegun).map((row) => row.toRecord());
  const batch = await encode(fresh.filter((row) => !isBegun(row)));
  await inTransaction(async (tx) => {
    await insertRecords(tx, begun);
    await batch.store(tx);
  });
  return fresh.length;
}

/** Of comparisons that are new. */
async function encode(rows: readonly ReadRow[]): Promise<ImportBatch> {
  const batch = new ImportBatch();
  let encoded = 0;
  for (const group of Map.groupBy(rows, ({ comparisonId }) => comparisonId).values()) {
    batch.add(group.map((row) => row.toRecord()));
    encoded += group.length;
    if (encoded >= encodedAtOnce) await setImmediate();
    encoded %= encodedAtOnce;
  }
  return batch;
}

const knownSchema = z.object({ ballots: z.array(z.string()), comparisons: z.array(z.string()) });

/** Which of them are in the log already. */
async function findKnown(db: Transaction, ballotIds: readonly string[], comparisonIds: readonly string[]) {
  const among = (table: string, ids: readonly string[]) =>
    sql`to_json(array(select id from ${sql.identifier(table)} where id = any(${`{${ids.join(',')}}`}::uuid[])))`;
  const [row] = await db.execute(sql`select ${among('ballots', ballotIds)} as ballots,
    ${among('comparisons', comparisonIds)} as comparisons`);
  const { ballots, comparisons } = knownSchema.parse(row);
  return { ballots: new Set(ballots), comparisons: new Set(comparisons) };
}

/** Of comparisons that are known: other turns of them, and other ballots. */
async function insertRecords(tx: Transaction, records: readonly LogRecord[]): Promise<void> {
  if (records.length === 0) return;
  for (const [name, rows] of toRows(records)) await insertRows(tx, name, rows);
  const ids = records.map(({ id }) => id);
  const { ballots } = await findKnown(tx, ids, []);
  if (ballots.size !== records.length) {
    throw new AppError('conflict', 'A ballot of the same rater on the same turn is in the log already.');
  }
  await countNewBallots(tx, ids);
}
