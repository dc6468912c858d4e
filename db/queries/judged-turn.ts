import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { isBlindFor } from '#db/queries/blindness.ts';
import { comparisons, lanes } from '#db/schema/comparisons.ts';
import { responses, turns } from '#db/schema/turns.ts';
import { endpointSnapshotSchema } from '#lib/arena/endpoint-snapshot.ts';
import type { Identity } from '#lib/arena/identity-words.ts';
import {
  type ResponseStatus,
  responseStatusSchema,
  type TurnStatus,
  turnStatusSchema,
  usageSchema,
} from '#lib/arena/schema.ts';
import { AppError } from '#lib/errors.ts';
import type { RaterId } from '#lib/rater.ts';
import { type StyleFeatures, styleFeatures } from '#lib/rating/style-features.ts';

/** A turn as it is judged; `isBlind` until its rater's first ballot in the comparison. */
export type JudgedTurn = { id: string; status: TurnStatus; isBlind: boolean };

/** A lane with the answer it has now. */
export type JudgedLane = {
  laneId: string;
  position: number;
  responseId: string;
  status: ResponseStatus;
  isEmpty: boolean;
  text: string;
  style: StyleFeatures;
  endpointId: string;
  name: string;
  cardId: string | null;
  identity: Identity;
};

/** Locks the turn until the transaction ends, so that its ballots come one after the other. */
export async function lockJudgedTurn(tx: Transaction, raterId: RaterId, turnId: string): Promise<JudgedTurn> {
  const [locked] = await tx
    .select({ id: turns.id, status: turns.status })
    .from(turns)
    .innerJoin(comparisons, eq(comparisons.id, turns.comparisonId))
    .where(and(eq(turns.id, turnId), eq(comparisons.raterId, raterId), isNull(comparisons.deletedAt)))
    .for('no key update');
  if (!locked) throw new AppError('not-found', 'There is no such turn.');
  // Read after the lock: a ballot that was in the way is seen.
  const [view] = await tx
    .select({ isBlind: isBlindFor(raterId) })
    .from(comparisons)
    .innerJoin(turns, eq(turns.comparisonId, comparisons.id))
    .where(eq(turns.id, turnId));
  return { id: locked.id, status: turnStatusSchema.parse(locked.status), isBlind: view?.isBlind ?? true };
}

/** In the order of the lanes; endpoint and card as they were when asked. */
export async function listJudgedLanes(tx: Transaction, turnId: string): Promise<JudgedLane[]> {
  const rows = await tx
    .select({ lane: lanes, response: responses })
    .from(responses)
    .innerJoin(lanes, eq(lanes.id, responses.laneId))
    .where(and(eq(responses.turnId, turnId), eq(responses.isCurrent, true)))
    .orderBy(asc(lanes.position));
  return rows.map(({ lane, response }) => {
    const snapshot = endpointSnapshotSchema.parse(response.endpointSnapshot ?? lane.endpointSnapshot);
    return {
      laneId: lane.id,
      position: lane.position,
      responseId: response.id,
      status: responseStatusSchema.parse(response.status),
      isEmpty: response.text.trim() === '',
      text: response.text,
      style: styleOf(response),
      endpointId: snapshot.id,
      name: snapshot.name,
      cardId: snapshot.cardId,
      identity: snapshot,
    };
  });
}

/** Tokens as the server counted them, unless it did not. */
function styleOf(response: typeof responses.$inferSelect): StyleFeatures {
  const usage = usageSchema.nullable().parse(response.usage);
  return styleFeatures(response.text, usage === null || usage.estimated ? undefined : usage.outputTokens);
}
