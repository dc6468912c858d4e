import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import { withDatabase } from '#db/client.ts';
import { type Cursor, parseCursor } from '#db/queries/cursor.ts';
import { matchesFilter } from '#db/queries/preference-filter.ts';
import { ballots } from '#db/schema/ballots.ts';
import { ballotTags } from '#db/schema/marks.ts';
import { turns } from '#db/schema/turns.ts';
import type { Count, PreferenceFilter } from '#lib/preferences/log-schema.ts';

type TagFilter = PreferenceFilter & { tag: string };

/** The log under a tag, newest first, read along the tag's own index: it may be on three records or on all. */
export async function listTagged(filter: TagFilter, limit: number, cursor?: string): Promise<Cursor[]> {
  const { ballotId, ballotAt } = ballotTags;
  return withDatabase((db) =>
    db
      .select({ id: ballotId, at: ballotAt })
      .from(ballotTags)
      .innerJoin(ballots, eq(ballots.id, ballotId))
      .innerJoin(turns, eq(turns.id, ballots.turnId))
      .where(and(isTagged(filter), matchesRest(filter), cursor === undefined ? undefined : isAfter(cursor)))
      .orderBy(desc(ballotAt), desc(ballotId))
      .limit(limit),
  );
}

/** Exact where nothing but the tag and times are asked for. @param most what else is counted at most. */
export async function countTagged(filter: TagFilter, most: number): Promise<Count> {
  const rest = matchesRest(filter);
  const count = sql<number>`count(*)::int`;
  const [row] = await withDatabase((db) => {
    if (rest === undefined) return db.select({ value: count }).from(ballotTags).where(isTagged(filter));
    const some = db
      .select({ id: ballotTags.ballotId })
      .from(ballotTags)
      .innerJoin(ballots, eq(ballots.id, ballotTags.ballotId))
      .innerJoin(turns, eq(turns.id, ballots.turnId))
      .where(and(isTagged(filter), rest))
      .limit(most + 1)
      .as('some');
    return db.select({ value: count }).from(some);
  });
  const value = row?.value ?? 0;
  return rest === undefined || value <= most ? { value, exact: true } : { value: most, exact: false };
}

function isTagged({ tag, from, to }: TagFilter): SQL | undefined {
  return and(
    eq(ballotTags.tag, tag),
    from === undefined ? undefined : gte(ballotTags.ballotAt, new Date(from)),
    to === undefined ? undefined : lt(ballotTags.ballotAt, new Date(to)),
  );
}

function matchesRest(filter: TagFilter): SQL | undefined {
  return matchesFilter({ ...filter, tag: undefined, from: undefined, to: undefined });
}

function isAfter(cursor: string): SQL {
  const { at, id } = parseCursor(cursor);
  return sql`(${ballotTags.ballotAt}, ${ballotTags.ballotId}) < (${at.toISOString()}::timestamptz, ${id}::uuid)`;
}
