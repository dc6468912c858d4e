import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import postgres from 'postgres';
import { getDatabaseUrl } from '#db/client.ts';
import { toDatabaseError } from '#db/connection-error.ts';

type Row = Record<string, unknown>;

const dialect = new PgDialect();

/** As postgres.js reads them; unlike it, times that are no Date may be sent: -infinity. */
const date = {
  to: 1184,
  from: [1082, 1114, 1184],
  serialize: (time: Date | string) => (time instanceof Date ? time.toISOString() : time),
  parse: (text: string) => new Date(text),
};

/**
 * Reads for as long as its reader likes, on a connection of its own: other requests need not wait for it. Everything
 * it reads is of one moment. Queries are sent without waiting for the answers to earlier ones. Disposing ends what
 * still runs.
 */
export class SnapshotReader implements AsyncDisposable {
  readonly #client: postgres.Sql;
  readonly #running = new Set<postgres.PendingQuery<Row[]>>();

  private constructor(client: postgres.Sql) {
    this.#client = client;
  }

  static async open(): Promise<SnapshotReader> {
    const reader = new SnapshotReader(
      postgres(getDatabaseUrl(), {
        max: 1,
        fetch_types: false,
        connect_timeout: 5,
        onnotice: () => {},
        types: { date },
        connection: { application_name: 'baijia-export', statement_timeout: 0, TimeZone: 'UTC' },
      }),
    );
    await reader.execute(sql`begin isolation level repeatable read read only`);
    return reader;
  }

  async execute(query: SQL): Promise<Row[]> {
    const { sql: text, params } = dialect.sqlToQuery(query);
    const pending = this.#client.unsafe<Row[]>(text, params as postgres.ParameterOrJSON<never>[], {
      prepare: params.length > 0,
    });
    this.#running.add(pending);
    try {
      // The driver's own array stays reachable until V8 collects all of its heap, and would keep the rows with it.
      return (await pending).splice(0);
    } catch (error) {
      throw toDatabaseError(error);
    } finally {
      this.#running.delete(pending);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const query of this.#running) query.cancel();
    await this.#client.end({ timeout: 0 });
  }
}
