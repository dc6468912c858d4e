import type { lanes } from '#db/schema/comparisons.ts';
import type { responses, turns } from '#db/schema/turns.ts';
import { endpointSnapshotSchema } from '#lib/arena/endpoint-snapshot.ts';
import { redactResponse } from '#lib/arena/redact-response.ts';
import {
  type Lane,
  laneLabels,
  type Response,
  responseStatusSchema,
  type Turn,
  timingSchema,
  turnStatusSchema,
  usageSchema,
} from '#lib/arena/schema.ts';
import { paramsSchema } from '#lib/endpoints/schema.ts';

export type LaneRow = typeof lanes.$inferSelect;
export type ResponseRow = typeof responses.$inferSelect;
export type TurnRow = typeof turns.$inferSelect;

/** The one way a stored response reaches anybody; `isBlind` while its rater must not know the model. */
export function toApiResponse(row: ResponseRow, isBlind: boolean): Response {
  const response: Response = {
    laneId: row.laneId,
    status: responseStatusSchema.parse(row.status),
    text: row.text,
    reasoning: row.reasoning,
    finishReason: row.finishReason,
    error: row.errorCode === null ? null : { code: row.errorCode, message: row.errorMessage ?? '' },
    attempts: row.upstreamAttempts,
    usage: usageSchema.nullable().parse(row.usage),
    timing: timingSchema.nullable().parse(row.timing),
    costUsd: row.costUsd,
  };
  return isBlind ? redactResponse(response) : response;
}

export function toApiLane(row: LaneRow, isBlind: boolean): Lane {
  const snapshot = endpointSnapshotSchema.parse(row.endpointSnapshot);
  return {
    id: row.id,
    position: row.position,
    label: toLabel(row.position),
    endpointId: isBlind ? null : row.endpointId,
    name: isBlind ? null : snapshot.name,
    cardId: isBlind ? null : snapshot.cardId,
    params: isBlind ? null : paramsSchema.parse(row.params),
    system: isBlind ? null : row.system,
  };
}

/** `rows` are the turn's current responses, in the order of the lanes. */
export function toApiTurn(turn: TurnRow, rows: readonly ResponseRow[], isBlind: boolean): Turn {
  return {
    id: turn.id,
    comparisonId: turn.comparisonId,
    index: turn.index,
    prompt: turn.prompt,
    status: turnStatusSchema.parse(turn.status),
    createdAt: turn.createdAt.toISOString(),
    responses: rows.map((row) => toApiResponse(row, isBlind)),
  };
}

export function toLabel(position: number): Lane['label'] {
  const label = laneLabels[position];
  if (label === undefined) throw new RangeError(`No lane stands at position ${position}`);
  return label;
}
