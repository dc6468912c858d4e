import { and, eq, ne, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import type { BallotRow } from '#db/queries/ballot-rows.ts';
import type { JudgedLane } from '#db/queries/judged-turn.ts';
import { ballotExclusions, ballots } from '#db/schema/ballots.ts';
import { turns } from '#db/schema/turns.ts';
import { IdentityMask } from '#lib/arena/identity-mask.ts';
import { identityWords } from '#lib/arena/identity-words.ts';
import type { BallotInput } from '#lib/preferences/ballot-schema.ts';
import { exclusionReasonsOf } from '#lib/preferences/exclusions.ts';

/** Marks exclusions that came with the vote; those made later, by hand or by a test, outlive its revisions. */
const atVote = 'vote';

/**
 * Writes why the ballot does not count, in the place of what was written for its last revision.
 * @returns every reason it has now.
 */
export async function writeExclusions(
  tx: Transaction,
  ballot: BallotRow,
  input: BallotInput,
  lanes: readonly JudgedLane[],
): Promise<string[]> {
  const ranked = input.ranking.flat();
  const reasons = exclusionReasonsOf({
    isBlind: ballot.mode === 'blind',
    allBad: input.allBad,
    lanes: lanes.map((lane) => ({
      status: lane.status,
      text: lane.text,
      isRanked: ranked.includes(lane.laneId),
      namesItself: new IdentityMask(identityWords(lane.identity)).isIn(lane.text),
    })),
    durationMs: ballot.durationMs,
    samePromptBallots: await countSamePrompt(tx, ballot),
  });
  if (ballot.revision > 1) {
    await tx
      .delete(ballotExclusions)
      .where(and(eq(ballotExclusions.ballotId, ballot.id), eq(ballotExclusions.source, atVote)));
  }
  const rows = reasons.map((reason) => ({ ballotId: ballot.id, reason, source: atVote }));
  if (rows.length > 0) await tx.insert(ballotExclusions).values(rows).onConflictDoNothing();
  return ballot.revision > 1 ? listExclusions(tx, ballot.id) : reasons.toSorted();
}

export async function listExclusions(tx: Transaction, ballotId: string): Promise<string[]> {
  const rows = await tx
    .select({ reason: ballotExclusions.reason })
    .from(ballotExclusions)
    .where(eq(ballotExclusions.ballotId, ballotId));
  return rows.map(({ reason }) => reason).sort();
}

async function countSamePrompt(tx: Transaction, ballot: BallotRow): Promise<number> {
  const own = tx.select({ hash: turns.promptHash }).from(turns).where(eq(turns.id, ballot.turnId));
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(ballots)
    .innerJoin(turns, eq(turns.id, ballots.turnId))
    .where(and(eq(turns.promptHash, sql`(${own})`), ne(ballots.id, ballot.id)));
  return row?.count ?? 0;
}
