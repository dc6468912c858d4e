import { and, asc, eq, sql } from 'drizzle-orm';
import { withDatabase } from '#db/client.ts';
import { savedViews } from '#db/schema/saved-views.ts';
import { AppError } from '#lib/errors.ts';
import { createId } from '#lib/ids.ts';
import { type View, type ViewInput, type ViewPatch, viewSchema } from '#lib/preferences/view-schema.ts';
import type { RaterId } from '#lib/rater.ts';

/** By name. */
export async function listViews(raterId: RaterId): Promise<View[]> {
  const rows = await withDatabase((db) =>
    db
      .select()
      .from(savedViews)
      .where(eq(savedViews.raterId, raterId))
      .orderBy(asc(sql`lower(${savedViews.name})`), asc(savedViews.name)),
  );
  return rows.map(toView);
}

/** @throws AppError `conflict` when the name is taken. */
export async function createView(raterId: RaterId, input: ViewInput): Promise<View> {
  const rows = await withDatabase((db) =>
    db
      .insert(savedViews)
      .values({ id: createId(), raterId, ...input })
      .onConflictDoNothing()
      .returning(),
  );
  const [row] = rows;
  if (!row) throw nameTaken();
  return toView(row);
}

/** @throws AppError `not-found`, or `conflict` when the name is taken. */
export async function updateView(raterId: RaterId, id: string, { name, filter }: ViewPatch): Promise<View> {
  const taken = sql`exists (select 1 from saved_views other
    where other.rater_id = ${raterId} and other.name = ${name ?? null} and other.id <> ${id})`;
  const fields = { updatedAt: sql`now()`, ...(name !== undefined && { name }), ...(filter && { filter }) };
  const [row] = await withDatabase((db) =>
    db
      .update(savedViews)
      .set(fields)
      .where(and(isOwn(raterId, id), sql`not ${taken}`))
      .returning(),
  );
  if (row) return toView(row);
  const [kept] = await withDatabase((db) => db.select().from(savedViews).where(isOwn(raterId, id)));
  throw kept ? nameTaken() : notFound();
}

/** @throws AppError `not-found` */
export async function deleteView(raterId: RaterId, id: string): Promise<void> {
  const gone = await withDatabase((db) =>
    db.delete(savedViews).where(isOwn(raterId, id)).returning({ id: savedViews.id }),
  );
  if (gone.length === 0) throw notFound();
}

const isOwn = (raterId: RaterId, id: string) => and(eq(savedViews.id, id), eq(savedViews.raterId, raterId));
const nameTaken = () => new AppError('conflict', 'Another view has this name.');
const notFound = () => new AppError('not-found', 'There is no such view.');

function toView({ createdAt, updatedAt, ...row }: typeof savedViews.$inferSelect): View {
  return viewSchema.parse({ ...row, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() });
}
