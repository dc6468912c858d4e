import { and, asc, eq, getTableColumns, isNull } from 'drizzle-orm';
import { inTransaction } from '#db/client.ts';
import { isBlindFor } from '#db/queries/blindness.ts';
import { toApiResponse, toLabel } from '#db/queries/response-rows.ts';
import { comparisons, lanes } from '#db/schema/comparisons.ts';
import { responses, turns } from '#db/schema/turns.ts';
import { turnStatusSchema } from '#lib/arena/schema.ts';
import type { StoredTurnState } from '#lib/arena/stored-turn.ts';
import { AppError } from '#lib/errors.ts';
import type { RaterId } from '#lib/rater.ts';

/** A turn as it is stored, nothing hidden; `isBlind` tells whoever shows it to hide what the rater may not know. */
export type OwnStoredTurn = StoredTurnState & { isBlind: boolean };

/** @throws AppError `not-found` when the turn is not the rater's. */
export function getStoredTurn(raterId: RaterId, turnId: string): Promise<OwnStoredTurn> {
  return inTransaction(async (tx) => {
    const [turn] = await tx
      .select({ status: turns.status, isBlind: isBlindFor(raterId) })
      .from(turns)
      .innerJoin(comparisons, eq(comparisons.id, turns.comparisonId))
      .where(and(eq(turns.id, turnId), eq(comparisons.raterId, raterId), isNull(comparisons.deletedAt)));
    if (turn === undefined) throw new AppError('not-found', 'There is no such turn.');
    const rows = await tx
      .select({ response: getTableColumns(responses), position: lanes.position })
      .from(responses)
      .innerJoin(lanes, eq(lanes.id, responses.laneId))
      .where(and(eq(responses.turnId, turnId), eq(responses.isCurrent, true)))
      .orderBy(asc(lanes.position));
    return {
      turnId,
      status: turnStatusSchema.parse(turn.status),
      isBlind: turn.isBlind,
      lanes: rows.map(({ response, position }) => ({
        label: toLabel(position),
        responseId: response.id,
        response: toApiResponse(response),
      })),
    };
  }, 'snapshot');
}
