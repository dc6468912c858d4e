import { and, asc, eq, getTableColumns, inArray } from 'drizzle-orm';
import { inTransaction } from '#db/client.ts';
import { toApiBallot } from '#db/queries/ballot-rows.ts';
import { isBlindFor } from '#db/queries/blindness.ts';
import { comparisonNotFound, ownComparison, toApiComparison } from '#db/queries/comparisons.ts';
import { getIdentityMask } from '#db/queries/identities.ts';
import { toApiTurn } from '#db/queries/response-rows.ts';
import { ballots } from '#db/schema/ballots.ts';
import { comparisons, lanes } from '#db/schema/comparisons.ts';
import { responses, turns } from '#db/schema/turns.ts';
import type { ComparisonDetail } from '#lib/preferences/comparison-detail-schema.ts';
import type { RaterId } from '#lib/rater.ts';

/** A comparison with its turns, current responses and the rater's own ballots, as of one moment. */
export async function getComparisonDetail(raterId: RaterId, id: string): Promise<ComparisonDetail> {
  return inTransaction(async (tx) => {
    const [row] = await tx
      .select({ ...getTableColumns(comparisons), isBlind: isBlindFor(raterId) })
      .from(comparisons)
      .where(ownComparison(raterId, id));
    if (!row) throw comparisonNotFound();
    const laneRows = await tx
      .select()
      .from(lanes)
      .where(eq(lanes.comparisonId, id))
      .orderBy(asc(lanes.position));
    const turnRows = await tx
      .select()
      .from(turns)
      .where(eq(turns.comparisonId, id))
      .orderBy(asc(turns.index));
    const turnIds = turnRows.map((turn) => turn.id);
    const responseRows = await tx
      .select(getTableColumns(responses))
      .from(responses)
      .innerJoin(lanes, eq(lanes.id, responses.laneId))
      .where(and(inArray(responses.turnId, turnIds), eq(responses.isCurrent, true)))
      .orderBy(asc(lanes.position));
    const ballotRows = await tx
      .select()
      .from(ballots)
      .where(and(inArray(ballots.turnId, turnIds), eq(ballots.raterId, raterId)));
    const mask = row.isBlind ? await getIdentityMask(tx) : null;
    const byTurn = Map.groupBy(responseRows, (response) => response.turnId);
    return {
      ...toApiComparison(row, laneRows, row.isBlind),
      updatedAt: row.updatedAt.toISOString(),
      turns: turnRows.map((turn) => toApiTurn(turn, byTurn.get(turn.id) ?? [], mask)),
      ballots: ballotRows.map(toApiBallot),
    };
  }, 'snapshot');
}
