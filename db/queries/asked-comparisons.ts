import { asc, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import { withDatabase } from '#db/client.ts';
import { isBlindFor } from '#db/queries/blindness.ts';
import { comparisons, lanes } from '#db/schema/comparisons.ts';
import { endpoints } from '#db/schema/endpoints.ts';
import { turns } from '#db/schema/turns.ts';
import type { RaterId } from '#lib/rater.ts';

type Asked = { raterId: RaterId; comparisonId: string; idempotencyKey: string | null };

export type AskedLane = Awaited<ReturnType<typeof readRows>>[number];

/**
 * The lanes of comparisons that are asked, by comparison; with each, how far its comparison has come. Those that are
 * not the asking rater's are left out. Every comparison may be named once.
 */
export async function readAskedComparisons(asked: readonly Asked[]): Promise<Map<string, AskedLane[]>> {
  return Map.groupBy(await readRows(asked), ({ lane }) => lane.comparisonId);
}

function readRows(asked: readonly Asked[]) {
  const rows = JSON.stringify(
    asked.map(({ raterId, comparisonId, idempotencyKey }) => ({
      id: comparisonId,
      rater_id: raterId,
      key: idempotencyKey,
    })),
  );
  const past = sql`from ${turns} where ${turns.comparisonId} = ${comparisons.id}`;
  const isKnown = sql`${turns.idempotencyKey} = asked.key`;
  return withDatabase((db) =>
    db
      .select({
        lane: getTableColumns(lanes),
        endpoint: getTableColumns(endpoints),
        system: comparisons.system,
        isBlind: isBlindFor(sql`asked.rater_id`),
        lastIndex: sql<number>`(select coalesce(max(${turns.index}), -1) ${past})`,
        isRunning: sql<boolean>`exists (select 1 ${past} and ${turns.status} = 'running')`,
        knownId: sql<string | null>`(select ${turns.id} ${past} and ${isKnown})`,
        knownPrompt: sql<string | null>`(select ${turns.prompt} ${past} and ${isKnown})`,
      })
      .from(comparisons)
      .innerJoin(
        sql`jsonb_to_recordset(${rows}::jsonb) as asked(id uuid, rater_id text, key text)`,
        sql`asked.id = ${comparisons.id} and asked.rater_id = ${comparisons.raterId}`,
      )
      .innerJoin(lanes, eq(lanes.comparisonId, comparisons.id))
      .innerJoin(endpoints, eq(endpoints.id, lanes.endpointId))
      .where(isNull(comparisons.deletedAt))
      .orderBy(asc(lanes.comparisonId), asc(lanes.position)),
  );
}
