import { responses } from '#db/schema/turns.ts';
import { type Response, responseStatusSchema, timingSchema, usageSchema } from '#lib/arena/schema.ts';

/** The columns that make a Response; select these, then `toResponse`. */
export const responseColumns = {
  laneId: responses.laneId,
  status: responses.status,
  text: responses.text,
  reasoning: responses.reasoning,
  finishReason: responses.finishReason,
  errorCode: responses.errorCode,
  errorMessage: responses.errorMessage,
  attempts: responses.upstreamAttempts,
  usage: responses.usage,
  timing: responses.timing,
  costUsd: responses.costUsd,
};

type ResponseRow = {
  [Name in keyof typeof responseColumns]: (typeof responses.$inferSelect)[ColumnOf<Name>];
};
type ColumnOf<Name> = Name extends 'attempts'
  ? 'upstreamAttempts'
  : Name & keyof typeof responses.$inferSelect;

export function toResponse(row: ResponseRow): Response {
  return {
    laneId: row.laneId,
    status: responseStatusSchema.parse(row.status),
    text: row.text,
    reasoning: row.reasoning,
    finishReason: row.finishReason,
    error: row.errorCode === null ? null : { code: row.errorCode, message: row.errorMessage ?? '' },
    attempts: row.attempts,
    usage: usageSchema.nullable().parse(row.usage),
    timing: timingSchema.nullable().parse(row.timing),
    costUsd: row.costUsd,
  };
}
