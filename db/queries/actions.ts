import { and, desc, eq, sql } from 'drizzle-orm';
import { withDatabase } from '#db/client.ts';
import { cutPage, parseCursor } from '#db/queries/cursor.ts';
import { logActions } from '#db/schema/log-actions.ts';
import { ballotTags } from '#db/schema/marks.ts';
import type { Page, PageQuery } from '#lib/page-schema.ts';
import { type Action, actionSchema, type TagCount } from '#lib/preferences/change-schema.ts';
import type { RaterId } from '#lib/rater.ts';

/** What a rater did to the log by hand, newest first. */
export async function listActions(raterId: RaterId, { limit, cursor }: PageQuery): Promise<Page<Action>> {
  const found = await withDatabase((db) =>
    db
      .select()
      .from(logActions)
      .where(and(eq(logActions.raterId, raterId), cursor === undefined ? undefined : isAfter(cursor)))
      .orderBy(desc(logActions.createdAt), desc(logActions.id))
      .limit(limit + 1),
  );
  const { rows, nextCursor } = cutPage(found, limit, ({ createdAt, id }) => ({ at: createdAt, id }));
  return { data: rows.map(toAction), nextCursor };
}

function isAfter(cursor: string) {
  const { at, id } = parseCursor(cursor);
  return sql`(${logActions.createdAt}, ${logActions.id}) < (${at.toISOString()}::timestamptz, ${id}::uuid)`;
}

function toAction({ createdAt, undoneAt, ...row }: typeof logActions.$inferSelect): Action {
  return actionSchema.parse({
    ...row,
    createdAt: createdAt.toISOString(),
    undoneAt: undoneAt?.toISOString() ?? null,
  });
}

const mostTags = 500;

/** All tags in use, those on most ballots first. */
export async function listTags(): Promise<TagCount[]> {
  const { tag } = ballotTags;
  const count = sql<number>`count(*)::int`;
  return withDatabase((db) =>
    db
      .select({ tag, ballots: count })
      .from(ballotTags)
      .groupBy(tag)
      .orderBy(desc(count), tag)
      .limit(mostTags),
  );
}
