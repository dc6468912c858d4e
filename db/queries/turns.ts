import { and, asc, eq, getTableColumns, isNull } from 'drizzle-orm';
import { inTransaction } from '#db/client.ts';
import { isBlindFor } from '#db/queries/blindness.ts';
import { getIdentityMask } from '#db/queries/identities.ts';
import { toApiTurn } from '#db/queries/response-rows.ts';
import { comparisons, lanes } from '#db/schema/comparisons.ts';
import { responses, turns } from '#db/schema/turns.ts';
import type { Turn } from '#lib/arena/schema.ts';
import { AppError } from '#lib/errors.ts';
import type { RaterId } from '#lib/rater.ts';

/** @throws AppError `not-found` when the turn is not the rater's. */
export async function getTurn(raterId: RaterId, id: string): Promise<Turn> {
  return inTransaction(async (tx) => {
    const [found] = await tx
      .select({ turn: getTableColumns(turns), isBlind: isBlindFor(raterId) })
      .from(turns)
      .innerJoin(comparisons, eq(comparisons.id, turns.comparisonId))
      .where(and(eq(turns.id, id), eq(comparisons.raterId, raterId), isNull(comparisons.deletedAt)));
    if (!found) throw new AppError('not-found', 'There is no such turn.');
    const rows = await tx
      .select(getTableColumns(responses))
      .from(responses)
      .innerJoin(lanes, eq(lanes.id, responses.laneId))
      .where(and(eq(responses.turnId, id), eq(responses.isCurrent, true)))
      .orderBy(asc(lanes.position));
    return toApiTurn(found.turn, rows, found.isBlind ? await getIdentityMask(tx) : null);
  }, 'snapshot');
}
