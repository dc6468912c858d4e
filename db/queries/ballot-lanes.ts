import { eq } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import type { BallotContent } from '#db/queries/ballot-content.ts';
import type { BallotRow } from '#db/queries/ballot-rows.ts';
import type { JudgedLane } from '#db/queries/judged-turn.ts';
import { ballotLanes, ballotRevisions } from '#db/schema/ballots.ts';
import type { BallotInput } from '#lib/preferences/ballot-schema.ts';
import { outcomeOf, placeOf } from '#lib/preferences/ranking.ts';

type LaneRow = typeof ballotLanes.$inferInsert;

/** One row per lane of the turn, ranked or not. */
export function toLaneRows(ballotId: string, input: BallotInput, lanes: readonly JudgedLane[]): LaneRow[] {
  const isWin = outcomeOf(input.ranking, input.allBad) === 'win';
  return lanes.map((lane) => {
    const rank = placeOf(input.ranking, lane.laneId);
    return {
      ballotId,
      laneId: lane.laneId,
      responseId: lane.responseId,
      position: lane.position,
      endpointId: lane.endpointId,
      cardId: lane.cardId,
      rank,
      isWinner: isWin && rank === 1,
      styleTokens: lane.style.tokens,
      styleHeaders: lane.style.headers,
      styleLists: lane.style.lists,
      styleBold: lane.style.bold,
    };
  });
}

export async function writeLanes(tx: Transaction, ballot: BallotRow, rows: LaneRow[]): Promise<void> {
  if (ballot.revision > 1) await tx.delete(ballotLanes).where(eq(ballotLanes.ballotId, ballot.id));
  await tx.insert(ballotLanes).values(rows);
}

export async function writeRevision(
  tx: Transaction,
  ballot: BallotRow,
  content: BallotContent,
): Promise<void> {
  await tx.insert(ballotRevisions).values({ ballotId: ballot.id, revision: ballot.revision, content });
}
