import { and, asc, eq, isNull, lt } from 'drizzle-orm';
import { withDatabase } from '#db/client.ts';
import { comparisons, lanes } from '#db/schema/comparisons.ts';
import { responses, turns } from '#db/schema/turns.ts';
import type { PastTurn } from '#lib/arena/lane-messages.ts';
import { type Params, paramsSchema } from '#lib/endpoints/schema.ts';
import { AppError } from '#lib/errors.ts';
import type { RaterId } from '#lib/rater.ts';

export type LaneWork = {
  laneId: string;
  position: number;
  endpointId: string;
  params: Params;
  system: string | null;
  /** The response row that this lane's answer goes to. */
  responseId: string;
};

/** All that is needed to ask the lanes of a stored turn. */
export type TurnWork = {
  turnId: string;
  prompt: string;
  past: readonly PastTurn[];
  lanes: readonly LaneWork[];
};

/** @throws AppError `not-found` when the turn is not the rater's. */
export async function getTurnWork(raterId: RaterId, turnId: string): Promise<TurnWork> {
  const turn = await findOwnTurn(raterId, turnId);
  if (turn === null) throw new AppError('not-found', 'There is no such turn.');
  const [past, rows] = await Promise.all([
    listPastTurns(turn.comparisonId, turn.index),
    withDatabase((db) =>
      db
        .select({
          laneId: lanes.id,
          position: lanes.position,
          endpointId: lanes.endpointId,
          params: lanes.params,
          system: lanes.system,
          responseId: responses.id,
        })
        .from(lanes)
        .innerJoin(responses, and(eq(responses.laneId, lanes.id), eq(responses.turnId, turnId)))
        .where(eq(responses.isCurrent, true))
        .orderBy(asc(lanes.position)),
    ),
  ]);
  return {
    turnId,
    prompt: turn.prompt,
    past,
    lanes: rows.map((row) => ({
      ...row,
      params: paramsSchema.parse(row.params),
      system: row.system ?? turn.system,
    })),
  };
}

async function findOwnTurn(raterId: RaterId, turnId: string) {
  const [turn] = await withDatabase((db) =>
    db
      .select({
        comparisonId: turns.comparisonId,
        index: turns.index,
        prompt: turns.prompt,
        system: comparisons.system,
      })
      .from(turns)
      .innerJoin(comparisons, eq(comparisons.id, turns.comparisonId))
      .where(and(eq(turns.id, turnId), eq(comparisons.raterId, raterId), isNull(comparisons.deletedAt))),
  );
  return turn ?? null;
}

async function listPastTurns(comparisonId: string, beforeIndex: number): Promise<PastTurn[]> {
  const rows = await withDatabase((db) =>
    db
      .select({ index: turns.index, prompt: turns.prompt, laneId: responses.laneId, text: responses.text })
      .from(turns)
      .innerJoin(responses, and(eq(responses.turnId, turns.id), responses.isCurrent))
      .where(and(eq(turns.comparisonId, comparisonId), lt(turns.index, beforeIndex)))
      .orderBy(asc(turns.index)),
  );
  const byIndex = new Map<number, { prompt: string; answers: Map<string, string> }>();
  for (const row of rows) {
    const turn = byIndex.get(row.index) ?? { prompt: row.prompt, answers: new Map() };
    turn.answers.set(row.laneId, row.text);
    byIndex.set(row.index, turn);
  }
  return [...byIndex.values()];
}
