import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { toDatabaseError } from '#db/connection-error.ts';
import { AppError } from '#lib/errors.ts';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));
const oldestVersion = 15;
/** Any number that no other program on the same database takes; this spells "baijia". */
const lockKey = 0x6261696a6961;

/** Brings the database up to date. Safe to call from several processes at once: one works, the others wait. */
export async function migrateDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, fetch_types: false, connect_timeout: 10, onnotice: () => {} });
  try {
    await refuseOldServer(sql);
    await sql`select pg_advisory_lock(${lockKey})`;
    await migrate(drizzle({ client: sql }), { migrationsFolder });
    await sql`select pg_advisory_unlock(${lockKey})`;
  } catch (error) {
    throw toDatabaseError(error);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function refuseOldServer(sql: postgres.Sql): Promise<void> {
  const [row] = await sql<{ version: string }[]>`select current_setting('server_version_num') as version`;
  const major = Math.floor(Number(row?.version) / 10_000);
  if (major < oldestVersion) {
    throw new AppError(
      'unavailable',
      `This PostgreSQL is version ${major}. Baijia needs version ${oldestVersion} or newer.`,
    );
  }
}
