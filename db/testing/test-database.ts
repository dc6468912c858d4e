import postgres from 'postgres';
import { afterAll, beforeAll, inject } from 'vitest';
import { closeDatabase, configureDatabase } from '#db/client.ts';
import { createId } from '#lib/ids.ts';

/** Gives the tests of this file a fresh, migrated database of their own; db/client.ts is pointed at it. */
export function setUpTestDatabase(): void {
  const name = `test_${createId().replaceAll('-', '')}`;
  beforeAll(async () => {
    const url = new URL(inject('templateDatabaseUrl'));
    const template = url.pathname.slice(1);
    await administer((sql) => sql`create database ${sql(name)} template ${sql(template)}`);
    url.pathname = `/${name}`;
    await configureDatabase({ url: url.href });
  });
  afterAll(async () => {
    await closeDatabase();
    await administer((sql) => sql`drop database ${sql(name)} with (force)`);
  });
}

async function administer(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const url = new URL(inject('templateDatabaseUrl'));
  url.pathname = '/postgres';
  const sql = postgres(url.href, { max: 1, fetch_types: false, onnotice: () => {} });
  await work(sql).finally(() => sql.end({ timeout: 5 }));
}
