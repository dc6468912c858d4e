import { sql } from 'drizzle-orm';
import { withDatabase } from '#db/client.ts';
import { endpoints } from '#db/schema/endpoints.ts';

const programs = [
  { id: 'eliza', name: 'ELIZA' },
  { id: 'shannon', name: 'Shannon' },
  { id: 'librarian', name: 'Librarian' },
] as const;

/**
 * Adds the built-in demo endpoints, or moves them to where this process serves them. What a person changed (name,
 * parameters, enabled or not) stays.
 */
export async function ensureDemoEndpoints(baseUrl: string): Promise<void> {
  const rows = programs.map(({ id, name }) => ({
    id,
    name,
    protocol: 'chat',
    baseUrl,
    model: id,
    cardId: id,
    price: { inputPerMillion: 0, outputPerMillion: 0 },
    source: 'demo',
  }));
  await withDatabase((db) =>
    db
      .insert(endpoints)
      .values(rows)
      .onConflictDoUpdate({ target: endpoints.id, set: { baseUrl, updatedAt: sql`now()` } }),
  );
}
