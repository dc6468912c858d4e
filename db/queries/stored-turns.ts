import { and, asc, eq } from 'drizzle-orm';
import { withDatabase } from '#db/client.ts';
import { responseColumns, toResponse } from '#db/queries/response-row.ts';
import { ballots } from '#db/schema/ballots.ts';
import { comparisons, lanes } from '#db/schema/comparisons.ts';
import { responses, turns } from '#db/schema/turns.ts';
import { laneLabels, type Mode, modeSchema, turnStatusSchema } from '#lib/arena/schema.ts';
import type { StoredTurnState } from '#lib/arena/stored-turn.ts';
import { AppError } from '#lib/errors.ts';
import type { RaterId } from '#lib/rater.ts';

/** A turn as it is stored, nothing hidden: whoever shows it redacts blind turns that are not yet judged. */
export type OwnStoredTurn = StoredTurnState & { mode: Mode; isJudged: boolean };

/** @throws AppError `not-found` when the turn is not the rater's. */
export async function getStoredTurn(raterId: RaterId, turnId: string): Promise<OwnStoredTurn> {
  const [turn] = await withDatabase((db) =>
    db
      .select({ status: turns.status, mode: comparisons.mode, ballotId: ballots.id })
      .from(turns)
      .innerJoin(comparisons, eq(comparisons.id, turns.comparisonId))
      .leftJoin(ballots, and(eq(ballots.turnId, turns.id), eq(ballots.raterId, raterId)))
      .where(and(eq(turns.id, turnId), eq(comparisons.raterId, raterId))),
  );
  if (turn === undefined) throw new AppError('not-found', 'There is no such turn.');
  const rows = await withDatabase((db) =>
    db
      .select({ ...responseColumns, responseId: responses.id, position: lanes.position })
      .from(responses)
      .innerJoin(lanes, eq(lanes.id, responses.laneId))
      .where(and(eq(responses.turnId, turnId), responses.isCurrent))
      .orderBy(asc(lanes.position)),
  );
  return {
    turnId,
    status: turnStatusSchema.parse(turn.status),
    mode: modeSchema.parse(turn.mode),
    isJudged: turn.ballotId !== null,
    lanes: rows.map((row) => ({
      label: laneLabels[row.position] ?? 'A',
      responseId: row.responseId,
      response: toResponse(row),
    })),
  };
}
