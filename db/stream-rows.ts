import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import postgres from 'postgres';
import { getDatabaseUrl } from '#db/client.ts';
import { toDatabaseError } from '#db/connection-error.ts';

const dialect = new PgDialect();

/**
 * The rows of one long query as they come, in pages, on a connection of its own: other requests need not wait for
 * it, and it may take as long as its reader does. All rows are of one moment. Leaving the loop ends the query.
 * @param query selects one text column named `line`.
 */
export async function* streamLines(query: SQL, pageSize = 500): AsyncGenerator<string[]> {
  const client = postgres(getDatabaseUrl(), {
    max: 1,
    fetch_types: false,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: 'baijia-export', statement_timeout: 0, TimeZone: 'UTC' },
  });
  const { sql: text, params } = dialect.sqlToQuery(sql`${query}`);
  try {
    const pages = client
      .unsafe<{ line: string }[]>(text, params as postgres.ParameterOrJSON<never>[])
      .cursor(pageSize)
      [Symbol.asyncIterator]();
    // The server works on the next page while this one is read.
    let coming = pages.next();
    for (;;) {
      const { value, done } = await coming;
      if (done) return;
      coming = pages.next();
      // Whoever leaves while it comes must not leave an unheard failure behind.
      coming.catch(() => {});
      yield value.map(({ line }) => line);
    }
  } catch (error) {
    throw toDatabaseError(error);
  } finally {
    await client.end({ timeout: 0 });
  }
}
