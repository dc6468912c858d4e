import type { lanes } from '#db/schema/comparisons.ts';
import type { responses, turns } from '#db/schema/turns.ts';
import { blindResponses } from '#lib/arena/blind-responses.ts';
import { endpointSnapshotSchema } from '#lib/arena/endpoint-snapshot.ts';
import type { IdentityMask } from '#lib/arena/identity-mask.ts';
import { laneLabels } from '#lib/arena/lane-labels.ts';
import {
  type Lane,
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

/** With all that is known of it: blind raters get it through blindResponses alone. */
export function toApiResponse(row: ResponseRow): Response {
  return {
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
    ...(row.costSource !== null && { costSource: row.costSource }),
  };
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

/**
 * `rows` are the turn's current responses, in the order of the lanes; `mask` is given while the rater must not know
 * the models.
 */
export function toApiTurn(turn: TurnRow, rows: readonly ResponseRow[], mask: IdentityMask | null): Turn {
  const responses = rows.map(toApiResponse);
  return {
    id: turn.id,
    comparisonId: turn.comparisonId,
    index: turn.index,
    prompt: turn.prompt,
    status: turnStatusSchema.parse(turn.status),
    createdAt: turn.createdAt.toISOString(),
    responses: mask === null ? responses : blindResponses(responses, turn.status === 'running', mask),
  };
}

export function toLabel(position: number): Lane['label'] {
  const label = laneLabels[position];
  if (label === undefined) throw new RangeError(`No lane stands at position ${position}`);
  return label;
}
