import { and, eq, isNull, sql } from 'drizzle-orm';
import { inTransaction, type Transaction, withDatabase } from '#db/client.ts';
import { checkBallot, contentOf, isSameContent, judgedModeOf } from '#db/queries/ballot-content.ts';
import { listExclusions, writeExclusions } from '#db/queries/ballot-exclusions.ts';
import { toLaneRows, writeLanes, writeRevision } from '#db/queries/ballot-lanes.ts';
import { type BallotRow, toApiBallot } from '#db/queries/ballot-rows.ts';
import { listJudgedLanes, lockJudgedTurn } from '#db/queries/judged-turn.ts';
import { listContributions, replaceContributions } from '#db/queries/pair-counts.ts';
import { ballots } from '#db/schema/ballots.ts';
import { comparisons } from '#db/schema/comparisons.ts';
import { turns } from '#db/schema/turns.ts';
import { AppError } from '#lib/errors.ts';
import { createId } from '#lib/ids.ts';
import type { Ballot, BallotInput, Reveal } from '#lib/preferences/ballot-schema.ts';
import type { RaterId } from '#lib/rater.ts';

/** `excluded`: why the ballot does not count; empty when it does. */
export type StoredBallot = { ballot: Ballot; reveal: Reveal[]; excluded: string[]; isNew: boolean };

/**
 * Stores a rater's ballot on a turn, or revises it. The same content again changes nothing, so a ballot can be sent
 * again after a lost answer.
 * @throws AppError `not-found`, `invalid-request`, `lane-not-rankable`, `ballot-final`, `conflict`
 */
export async function putBallot(raterId: RaterId, turnId: string, input: BallotInput): Promise<StoredBallot> {
  return inTransaction(async (tx) => {
    const turn = await lockJudgedTurn(tx, raterId, turnId);
    const lanes = await listJudgedLanes(tx, turnId);
    checkBallot(input, lanes, turn);
    const content = contentOf(input, lanes);
    const [before] = await tx
      .select()
      .from(ballots)
      .where(and(eq(ballots.turnId, turnId), eq(ballots.raterId, raterId)));
    const reveal = lanes.map(({ laneId, endpointId, name, cardId }) => ({
      laneId,
      endpointId,
      name,
      cardId,
    }));
    if (before && (await isSameContent(tx, before, content))) {
      const excluded = await listExclusions(tx, before.id);
      return { ballot: toApiBallot(before), reveal, excluded, isNew: false };
    }
    if (before?.mode === 'blind') {
      throw new AppError('ballot-final', 'A blind ballot is final once the models are revealed.');
    }
    const { responseIds: _, ...columns } = content;
    const counted = before ? await listContributions(tx, before.id) : [];
    const ballot = before
      ? await reviseBallot(tx, before, { ...columns, durationMs: input.durationMs ?? null })
      : await insertBallot(tx, {
          turnId,
          raterId,
          mode: judgedModeOf(turn),
          ...columns,
          durationMs: input.durationMs ?? null,
        });
    await writeRevision(tx, ballot, content);
    await writeLanes(tx, ballot, toLaneRows(ballot.id, input, lanes));
    const excluded = await writeExclusions(tx, ballot, input, lanes);
    await replaceContributions(tx, ballot.id, counted);
    return { ballot: toApiBallot(ballot), reveal, excluded, isNew: !before };
  });
}

type Columns = Omit<
  typeof ballots.$inferInsert,
  'id' | 'turnId' | 'raterId' | 'mode' | 'revision' | 'createdAt' | 'updatedAt'
>;

async function insertBallot(
  tx: Transaction,
  values: Columns & { turnId: string; raterId: RaterId; mode: string },
): Promise<BallotRow> {
  const [row] = await tx
    .insert(ballots)
    .values({ id: createId(), ...values })
    .returning();
  if (!row) throw new AppError('internal', 'The ballot was not stored.');
  return row;
}

async function reviseBallot(tx: Transaction, before: BallotRow, columns: Columns): Promise<BallotRow> {
  const [row] = await tx
    .update(ballots)
    .set({ ...columns, revision: before.revision + 1, updatedAt: sql`now()` })
    .where(eq(ballots.id, before.id))
    .returning();
  if (!row) throw new AppError('internal', 'The ballot was not stored.');
  return row;
}

/** The rater's own ballot. */
export async function getBallot(raterId: RaterId, turnId: string): Promise<Ballot> {
  const [found] = await withDatabase((db) =>
    db
      .select({ ballot: ballots })
      .from(ballots)
      .innerJoin(turns, eq(turns.id, ballots.turnId))
      .innerJoin(comparisons, eq(comparisons.id, turns.comparisonId))
      .where(and(eq(ballots.turnId, turnId), eq(ballots.raterId, raterId), isNull(comparisons.deletedAt))),
  );
  if (!found) throw new AppError('not-found', 'You have not judged this turn.');
  return toApiBallot(found.ballot);
}
