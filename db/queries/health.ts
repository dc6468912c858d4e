import { sql } from 'drizzle-orm';
import { withDatabase } from '#db/client.ts';

/** @throws AppError `unavailable` when the database does not answer. */
export async function pingDatabase(): Promise<void> {
  await withDatabase((db) => db.execute(sql`select 1`));
}
