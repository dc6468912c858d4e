import { and, asc, desc, eq, getTableColumns, ilike, inArray, isNull, or, sql } from 'drizzle-orm';
import { withDatabase } from '#db/client.ts';
import { isBlindFor } from '#db/queries/blindness.ts';
import { cutPage, parseCursor } from '#db/queries/cursor.ts';
import { containsPattern } from '#db/queries/like-pattern.ts';
import { toApiLane } from '#db/queries/response-rows.ts';
import { comparisons, lanes } from '#db/schema/comparisons.ts';
import { turns } from '#db/schema/turns.ts';
import type { ComparisonSummary, HistoryQuery } from '#lib/arena/history-schema.ts';
import { modeSchema } from '#lib/arena/schema.ts';
import type { Page } from '#lib/page-schema.ts';
import type { RaterId } from '#lib/rater.ts';

/** A rater's comparisons, the one with the latest activity first. */
export async function listHistory(raterId: RaterId, query: HistoryQuery): Promise<Page<ComparisonSummary>> {
  const found = await withDatabase((db) =>
    db
      .select({ ...getTableColumns(comparisons), isBlind: isBlindFor(raterId) })
      .from(comparisons)
      .where(
        and(
          eq(comparisons.raterId, raterId),
          isNull(comparisons.deletedAt),
          query.cursor ? isAfter(query.cursor) : undefined,
          query.q ? mentions(query.q) : undefined,
        ),
      )
      .orderBy(desc(comparisons.updatedAt), desc(comparisons.id))
      .limit(query.limit + 1),
  );
  const { rows, nextCursor } = cutPage(found, query.limit, (row) => ({ at: row.updatedAt, id: row.id }));
  const ids = rows.map((row) => row.id);
  const laneRows = await withDatabase((db) =>
    db.select().from(lanes).where(inArray(lanes.comparisonId, ids)).orderBy(asc(lanes.position)),
  );
  const byComparison = Map.groupBy(laneRows, (lane) => lane.comparisonId);
  const data = rows.map((row) => ({
    id: row.id,
    mode: modeSchema.parse(row.mode),
    title: row.title ?? '',
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    lanes: (byComparison.get(row.id) ?? []).map((lane) => {
      const { id, label, name } = toApiLane(lane, row.isBlind);
      return { id, label, name };
    }),
  }));
  return { data, nextCursor };
}

function isAfter(text: string) {
  const { at, id } = parseCursor(text);
  return sql`(${comparisons.updatedAt}, ${comparisons.id}) < (${at.toISOString()}::timestamptz, ${id}::uuid)`;
}

function mentions(words: string) {
  const pattern = containsPattern(words);
  const inPrompts = sql`exists (select 1 from ${turns} where ${eq(turns.comparisonId, comparisons.id)}
    and ${ilike(turns.prompt, pattern)})`;
  return or(ilike(comparisons.title, pattern), inPrompts);
}
