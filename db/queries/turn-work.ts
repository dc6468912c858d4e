import { and, asc, eq, getTableColumns, isNull, lt } from 'drizzle-orm';
import { inTransaction, type Transaction } from '#db/client.ts';
import type { EndpointRow } from '#db/queries/endpoint-rows.ts';
import type { LaneRow } from '#db/queries/response-rows.ts';
import { comparisons, lanes } from '#db/schema/comparisons.ts';
import { endpoints } from '#db/schema/endpoints.ts';
import { responses, turns } from '#db/schema/turns.ts';
import type { PastTurn } from '#lib/arena/lane-messages.ts';
import { type Params, paramsSchema } from '#lib/endpoints/schema.ts';
import { AppError } from '#lib/errors.ts';
import type { RaterId } from '#lib/rater.ts';

export type LaneWork = {
  laneId: string;
  position: number;
  /** As it is now; its key is still sealed. */
  endpoint: EndpointRow;
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

/** `system` is the comparison's, for lanes that have none of their own. */
export function toLaneWork(row: {
  lane: LaneRow;
  endpoint: EndpointRow;
  responseId: string;
  system: string | null;
}): LaneWork {
  return {
    laneId: row.lane.id,
    position: row.lane.position,
    endpoint: row.endpoint,
    params: paramsSchema.parse(row.lane.params),
    system: row.lane.system ?? row.system,
    responseId: row.responseId,
  };
}

/** What a turn that is stored already is to be asked: for its retries. @throws AppError `not-found` */
export async function getTurnWork(raterId: RaterId, turnId: string): Promise<TurnWork> {
  return inTransaction(async (tx) => {
    const [turn] = await tx
      .select({ ...getTableColumns(turns), system: comparisons.system })
      .from(turns)
      .innerJoin(comparisons, eq(comparisons.id, turns.comparisonId))
      .where(and(eq(turns.id, turnId), eq(comparisons.raterId, raterId), isNull(comparisons.deletedAt)));
    if (turn === undefined) throw new AppError('not-found', 'There is no such turn.');
    const rows = await tx
      .select({
        lane: getTableColumns(lanes),
        endpoint: getTableColumns(endpoints),
        responseId: responses.id,
      })
      .from(responses)
      .innerJoin(lanes, eq(lanes.id, responses.laneId))
      .innerJoin(endpoints, eq(endpoints.id, lanes.endpointId))
      .where(and(eq(responses.turnId, turnId), eq(responses.isCurrent, true)))
      .orderBy(asc(lanes.position));
    const past = await listPastTurns(tx, turn.comparisonId, turn.index);
    const { prompt, system } = turn;
    return { turnId, prompt, past, lanes: rows.map((row) => toLaneWork({ ...row, system })) };
  }, 'snapshot');
}

export async function listPastTurns(
  tx: Transaction,
  comparisonId: string,
  beforeIndex: number,
): Promise<PastTurn[]> {
  const rows = await tx
    .select({ index: turns.index, prompt: turns.prompt, laneId: responses.laneId, text: responses.text })
    .from(turns)
    .innerJoin(responses, and(eq(responses.turnId, turns.id), eq(responses.isCurrent, true)))
    .where(and(eq(turns.comparisonId, comparisonId), lt(turns.index, beforeIndex)))
    .orderBy(asc(turns.index));
  const byIndex = new Map<number, { prompt: string; answers: Map<string, string> }>();
  for (const row of rows) {
    const turn = byIndex.get(row.index) ?? { prompt: row.prompt, answers: new Map() };
    turn.answers.set(row.laneId, row.text);
    byIndex.set(row.index, turn);
  }
  return [...byIndex.values()];
}
