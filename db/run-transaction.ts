import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import { isConnectionLost } from '#db/connection-error.ts';
import { withPreparedStatements } from '#db/prepared-statements.ts';

/** What queries inside a transaction see: everything but transactions of their own. */
export type Transaction = Omit<PostgresJsDatabase, 'transaction'>;

/**
 * `options` follow the word "begin". When the connection is lost, postgres.js rejects the transaction and, told of
 * the failure, would still send a rollback: to a socket that is null, which ends the whole process. So it is not
 * told. `work` must await its queries and nothing slower, so that a lost connection always shows in a query.
 */
export async function runTransaction<Result>(
  sql: postgres.Sql,
  options: string,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const results: Result[] = [];
  await sql.begin(options, async (scoped) => {
    try {
      // Of a client, drizzle needs what a scope has, and the options, which postgres.js leaves out of it.
      const client = Object.assign(withPreparedStatements(scoped), {
        options: sql.options,
      }) as unknown as postgres.Sql;
      results.push(await work(drizzle({ client })));
    } catch (error) {
      if (isConnectionLost(error)) await new Promise(() => {});
      throw error;
    }
  });
  // begin() has ended without an error: there is a result.
  return results[0] as Result;
}
