import { and, eq, isNull } from 'drizzle-orm';
import { inTransaction, withDatabase } from '#db/client.ts';
import { toApiBallot } from '#db/queries/ballot-rows.ts';
import { type BallotWish, type StoredBallot, storeBallots } from '#db/queries/store-ballots.ts';
import { ballots } from '#db/schema/ballots.ts';
import { comparisons } from '#db/schema/comparisons.ts';
import { turns } from '#db/schema/turns.ts';
import { inBatches } from '#lib/batches.ts';
import { AppError } from '#lib/errors.ts';
import type { Ballot, BallotInput } from '#lib/preferences/ballot-schema.ts';
import type { RaterId } from '#lib/rater.ts';

/** Ballots that arrive together are stored in one transaction; each is answered when it has been committed. */
const store = inBatches<BallotWish, StoredBallot>({
  work: (wishes) => inTransaction((tx) => storeBallots(tx, wishes)),
  keyOf: ({ turnId }) => turnId,
  most: 64,
  concernsAll: (error) => error instanceof AppError && error.code === 'unavailable',
});

/**
 * Stores a rater's ballot on a turn, or revises it. The same content again changes nothing, so a ballot can be sent
 * again after a lost answer.
 * @throws AppError `not-found`, `invalid-request`, `lane-not-rankable`, `ballot-final`, `conflict`
 */
export function putBallot(raterId: RaterId, turnId: string, input: BallotInput): Promise<StoredBallot> {
  return store({ raterId, turnId, input });
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
