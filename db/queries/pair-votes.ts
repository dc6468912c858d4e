import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { inTransaction, type Transaction } from '#db/client.ts';
import { listExclusions } from '#db/queries/ballot-exclusions.ts';
import { ballotLanes, ballots } from '#db/schema/ballots.ts';
import { AppError } from '#lib/errors.ts';
import type { PairVotes, TurnVotes } from '#lib/preferences/pair-votes-schema.ts';
import type { RaterId } from '#lib/rater.ts';

type Judged = { laneId: string; endpointId: string };

/** @throws AppError `not-found` before the rater's own ballot on the turn: votes would tell who is who. */
export function getTurnVotes(raterId: RaterId, turnId: string): Promise<TurnVotes> {
  return inTransaction(async (tx) => {
    const judged = await tx
      .select({
        ballotId: ballots.id,
        laneId: ballotLanes.laneId,
        endpointId: ballotLanes.endpointId,
      })
      .from(ballots)
      .innerJoin(ballotLanes, eq(ballotLanes.ballotId, ballots.id))
      .where(and(eq(ballots.turnId, turnId), eq(ballots.raterId, raterId)))
      .orderBy(ballotLanes.position);
    const [first] = judged;
    if (first === undefined) throw new AppError('not-found', 'You have not judged this turn.');
    const pairs: PairVotes[] = [];
    for (const [index, a] of judged.entries()) {
      for (const b of judged.slice(index + 1)) pairs.push(await countPair(tx, a, b));
    }
    return { pairs, excluded: await listExclusions(tx, first.ballotId) };
  }, 'snapshot');
}

async function countPair(tx: Transaction, a: Judged, b: Judged): Promise<PairVotes> {
  const [row] = await tx.execute(sql`
    select coalesce(sum(case when endpoint_a = ${a.endpointId} then wins_a else wins_b end), 0)::int as "winsA",
      coalesce(sum(case when endpoint_a = ${a.endpointId} then wins_b else wins_a end), 0)::int as "winsB",
      coalesce(sum(ties), 0)::int as ties, coalesce(sum(both_bad), 0)::int as "bothBad"
    from pair_counts where facet = 'all' and value = '' and endpoint_a <> endpoint_b
      and ((endpoint_a = ${a.endpointId} and endpoint_b = ${b.endpointId})
        or (endpoint_a = ${b.endpointId} and endpoint_b = ${a.endpointId}))`);
  return { laneA: a.laneId, laneB: b.laneId, ...countsSchema.parse(row) };
}

const countsSchema = z.object({
  winsA: z.number(),
  winsB: z.number(),
  ties: z.number(),
  bothBad: z.number(),
});
