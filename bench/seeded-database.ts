import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { closeDatabase, configureDatabase } from '#db/client.ts';
import { startEmbeddedServer } from '#db/embedded-server.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { seedBallots } from '#db/testing/seed-ballots.ts';

/** Longer than a page may wait: benches ask for more at once. */
const deadlineMs = 3_600_000;

/** Works on the database of `url`, or on a new one with so many made-up ballots. */
export async function withSeededDatabase(
  { ballots, url }: { ballots: number; url?: string | undefined },
  work: (url: string) => Promise<void>,
): Promise<void> {
  if (url !== undefined) {
    await configureDatabase({ url, deadlineMs });
    await work(url).finally(closeDatabase);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'baijia-bench-'));
  const server = await startEmbeddedServer({ folder, durable: true });
  try {
    await migrateDatabase(server.url);
    await configureDatabase({ url: server.url, deadlineMs });
    if (ballots > 0) await seedBallots({ ballots, endpoints: 30 });
    const admin = postgres(server.url, { max: 1 });
    await admin`vacuum analyze`;
    await admin.end();
    await work(server.url);
  } finally {
    await closeDatabase();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
