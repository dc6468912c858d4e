import { asc, eq, sql } from 'drizzle-orm';
import { inTransaction, withDatabase } from '#db/client.ts';
import {
  type EndpointRow,
  headersContext,
  type SecretBox,
  toCallable,
  toEndpoint,
} from '#db/queries/endpoint-rows.ts';
import { endpoints } from '#db/schema/endpoints.ts';
import type { CallableEndpoint } from '#lib/endpoints/ask.ts';
import type { Endpoint, EndpointInput, EndpointPatch, EndpointSource } from '#lib/endpoints/schema.ts';
import { keyHint } from '#lib/endpoints/secret-box.ts';
import { AppError } from '#lib/errors.ts';
import { createId } from '#lib/ids.ts';

/** In the order they were added. */
export async function listEndpoints(): Promise<Endpoint[]> {
  const rows = await withDatabase((db) =>
    db.select().from(endpoints).orderBy(asc(endpoints.createdAt), asc(endpoints.id)),
  );
  return rows.map(toEndpoint);
}

export async function getEndpoint(id: string): Promise<Endpoint> {
  const [row] = await withDatabase((db) => db.select().from(endpoints).where(eq(endpoints.id, id)));
  if (!row) throw notFound();
  return toEndpoint(row);
}

/** With its key decrypted: for the process that asks, never for an answer. @throws AppError `not-found`, `conflict` */
export async function getCallableEndpoint(id: string, box: SecretBox): Promise<CallableEndpoint> {
  const [row] = await withDatabase((db) => db.select().from(endpoints).where(eq(endpoints.id, id)));
  if (!row) throw notFound();
  return toCallable(row, box);
}

export async function createEndpoint(
  input: Omit<EndpointInput, 'keyVariable'>,
  source: EndpointSource,
  box: SecretBox,
): Promise<Endpoint> {
  const id = createId();
  const { apiKey, headers, ...plain } = input;
  const [row] = await withDatabase((db) =>
    db
      .insert(endpoints)
      .values({ id, source, ...plain, ...sealKey(id, apiKey ?? null, box), ...sealHeaders(id, headers, box) })
      .returning(),
  );
  if (!row) throw new AppError('internal', 'The endpoint was not stored.');
  return toEndpoint(row);
}

/**
 * Changes the named fields alone. A key or headers go to the server they were given for and no other: a new origin
 * needs them again.
 */
export async function updateEndpoint(id: string, patch: EndpointPatch, box: SecretBox): Promise<Endpoint> {
  const { apiKey, headers, ...plain } = patch;
  return inTransaction(async (tx) => {
    const [before] = await tx.select().from(endpoints).where(eq(endpoints.id, id)).for('update');
    if (!before) throw notFound();
    refuseMovingSecrets(before, patch);
    const [row] = await tx
      .update(endpoints)
      .set({
        ...plain,
        ...(apiKey === undefined ? {} : sealKey(id, apiKey, box)),
        ...(headers === undefined ? {} : sealHeaders(id, headers, box)),
        updatedAt: sql`now()`,
      })
      .where(eq(endpoints.id, id))
      .returning();
    if (!row) throw notFound();
    return toEndpoint(row);
  });
}

/** Past comparisons go on showing it; it can be enabled again. */
export async function disableEndpoint(id: string): Promise<void> {
  const rows = await withDatabase((db) =>
    db
      .update(endpoints)
      .set({ enabled: false, updatedAt: sql`now()` })
      .where(eq(endpoints.id, id))
      .returning({ id: endpoints.id }),
  );
  if (rows.length === 0) throw notFound();
}

function sealKey(id: string, apiKey: string | null, box: SecretBox) {
  if (!apiKey) return { keyCipher: null, keyHint: null };
  return { keyCipher: box.seal(apiKey, id), keyHint: keyHint(apiKey) };
}

function sealHeaders(id: string, headers: Record<string, string> | null | undefined, box: SecretBox) {
  const headerNames = Object.keys(headers ?? {});
  if (headerNames.length === 0) return { headersCipher: null, headerNames };
  return { headersCipher: box.seal(JSON.stringify(headers), headersContext(id)), headerNames };
}

function refuseMovingSecrets(before: EndpointRow, patch: EndpointPatch): void {
  if (patch.baseUrl === undefined || new URL(patch.baseUrl).origin === new URL(before.baseUrl).origin) return;
  const details = [];
  const message = 'must be given again, or set to null, when the endpoint moves to another server';
  if (before.keyCipher !== null && patch.apiKey === undefined) details.push({ path: 'apiKey', message });
  if (before.headersCipher !== null && patch.headers === undefined)
    details.push({ path: 'headers', message });
  if (details.length > 0) {
    throw new AppError('invalid-request', 'The new server needs its own key.', { details });
  }
}

function notFound(): AppError {
  return new AppError('not-found', 'There is no such endpoint.');
}
