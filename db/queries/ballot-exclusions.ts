import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import type { JudgedTurn } from '#db/queries/judged-turn.ts';
import { ballotExclusions } from '#db/schema/ballots.ts';
import { namesItself } from '#lib/arena/own-names.ts';
import type { BallotInput } from '#lib/preferences/ballot-schema.ts';
import { type ExclusionReason, exclusionReasonsOf } from '#lib/preferences/exclusions.ts';

/** Marks exclusions that came with the vote; those made later, by hand or by a test, outlive its revisions. */
export const atVote = 'vote';

/** Why a ballot in this mode would not count. */
export function reasonsAtVote(input: BallotInput, turn: JudgedTurn, mode: string): ExclusionReason[] {
  const ranked = input.ranking.flat();
  return exclusionReasonsOf({
    isBlind: mode === 'blind',
    allBad: input.allBad,
    lanes: turn.lanes.map((lane) => ({
      status: lane.status,
      text: lane.text,
      isRanked: ranked.includes(lane.laneId),
      namesItself: namesItself(lane.identity, lane.text),
    })),
    durationMs: input.durationMs ?? null,
    samePromptBallots: turn.samePromptBallots,
  });
}

/** Takes back what was written for the last revisions of these ballots. */
export async function dropExclusionsAtVote(tx: Transaction, ballotIds: readonly string[]): Promise<void> {
  const isOne = sql`${ballotExclusions.ballotId} = any(${`{${ballotIds.join(',')}}`}::uuid[])`;
  await tx.delete(ballotExclusions).where(and(isOne, eq(ballotExclusions.source, atVote)));
}

export async function listExclusions(tx: Transaction, ballotId: string): Promise<string[]> {
  const rows = await tx
    .select({ reason: ballotExclusions.reason })
    .from(ballotExclusions)
    .where(eq(ballotExclusions.ballotId, ballotId));
  return rows.map(({ reason }) => reason).sort();
}
