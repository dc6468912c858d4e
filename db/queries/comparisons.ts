import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { inTransaction, withDatabase } from '#db/client.ts';
import { isBlindFor } from '#db/queries/blindness.ts';
import { toSnapshot } from '#db/queries/endpoint-rows.ts';
import { type LaneRow, toApiLane } from '#db/queries/response-rows.ts';
import { comparisons, lanes } from '#db/schema/comparisons.ts';
import { endpoints } from '#db/schema/endpoints.ts';
import { type Comparison, type ComparisonInput, type LaneInput, modeSchema } from '#lib/arena/schema.ts';
import { AppError, type ErrorDetail } from '#lib/errors.ts';
import { createId } from '#lib/ids.ts';
import type { RaterId } from '#lib/rater.ts';

type OpenInput = Extract<ComparisonInput, { mode: 'open' }>;
type ComparisonRow = typeof comparisons.$inferSelect;

/** Lanes keep what their endpoints are now. */
export async function createOpenComparison(raterId: RaterId, input: OpenInput): Promise<Comparison> {
  return inTransaction(async (tx) => {
    const ids = input.lanes.map((lane) => lane.endpointId);
    const found = await tx.select().from(endpoints).where(inArray(endpoints.id, ids));
    const byId = new Map(found.filter((row) => row.enabled).map((row) => [row.id, row]));
    refuseMissing(input.lanes, new Set(found.map((row) => row.id)), (lane) => byId.has(lane.endpointId));
    const [row] = await tx
      .insert(comparisons)
      .values({ id: createId(), raterId, mode: 'open', title: input.title, system: input.system })
      .returning();
    if (!row) throw new AppError('internal', 'The comparison was not stored.');
    const laneRows = await tx
      .insert(lanes)
      .values(
        input.lanes.flatMap((lane, position) => {
          const endpoint = byId.get(lane.endpointId);
          if (!endpoint) return [];
          const { params = {}, system } = lane;
          const endpointSnapshot = toSnapshot(endpoint);
          return [
            {
              id: createId(),
              comparisonId: row.id,
              position,
              endpointId: endpoint.id,
              endpointSnapshot,
              params,
              system,
            },
          ];
        }),
      )
      .returning();
    return toApiComparison(row, laneRows, false);
  });
}

function refuseMissing(
  inputs: readonly LaneInput[],
  knownIds: ReadonlySet<string>,
  isUsable: (lane: LaneInput) => boolean,
): void {
  const details = inputs.flatMap((lane, index): ErrorDetail[] => {
    if (isUsable(lane)) return [];
    const message = knownIds.has(lane.endpointId) ? 'is disabled' : 'is not an endpoint';
    return [{ path: `lanes.${index}.endpointId`, message }];
  });
  if (details.length > 0) {
    throw new AppError('invalid-request', 'An endpoint of a lane cannot be asked.', { details });
  }
}

export async function renameComparison(raterId: RaterId, id: string, title: string): Promise<Comparison> {
  // The name is no activity: the comparison keeps its place in the history.
  return inTransaction(async (tx) => {
    const [row] = await tx.update(comparisons).set({ title }).where(ownComparison(raterId, id)).returning();
    if (!row) throw comparisonNotFound();
    const [view] = await tx
      .select({ isBlind: isBlindFor(raterId) })
      .from(comparisons)
      .where(eq(comparisons.id, id));
    const laneRows = await tx
      .select()
      .from(lanes)
      .where(eq(lanes.comparisonId, id))
      .orderBy(asc(lanes.position));
    return toApiComparison(row, laneRows, view?.isBlind ?? true);
  });
}

/** Hides it from its rater; its ballots stay in the log. */
export async function deleteComparison(raterId: RaterId, id: string): Promise<void> {
  const rows = await withDatabase((db) =>
    db
      .update(comparisons)
      .set({ deletedAt: sql`now()` })
      .where(ownComparison(raterId, id))
      .returning({ id: comparisons.id }),
  );
  if (rows.length === 0) throw comparisonNotFound();
}

export function ownComparison(raterId: RaterId, id: string) {
  return and(eq(comparisons.id, id), eq(comparisons.raterId, raterId), isNull(comparisons.deletedAt));
}

export function comparisonNotFound(): AppError {
  return new AppError('not-found', 'There is no such comparison.');
}

export function toApiComparison(
  row: ComparisonRow,
  laneRows: readonly LaneRow[],
  isBlind: boolean,
): Comparison {
  return {
    id: row.id,
    mode: modeSchema.parse(row.mode),
    title: row.title ?? '',
    system: row.system,
    createdAt: row.createdAt.toISOString(),
    lanes: laneRows.map((lane) => toApiLane(lane, isBlind)),
  };
}
