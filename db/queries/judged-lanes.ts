import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '#db/client.ts';
import { endpointSnapshotSchema } from '#lib/arena/endpoint-snapshot.ts';
import type { Identity } from '#lib/arena/identity-words.ts';
import { type ResponseStatus, responseStatusSchema, usageSchema } from '#lib/arena/schema.ts';
import { type StyleFeatures, styleFeatures } from '#lib/rating/style-features.ts';

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

const rowSchema = z.object({
  turnId: z.string(),
  laneId: z.string(),
  position: z.number(),
  responseId: z.string(),
  status: responseStatusSchema,
  text: z.string(),
  usage: usageSchema.nullable(),
  snapshot: endpointSnapshotSchema,
});

/** Of each turn in the order of the lanes; endpoint and card as they were when asked. */
export async function listJudgedLanes(
  tx: Transaction,
  turnIds: readonly string[],
): Promise<Map<string, JudgedLane[]>> {
  const rows = await tx.execute(sql`
    select responses.turn_id as "turnId", lanes.id as "laneId", lanes.position, responses.id as "responseId",
      responses.status, responses.text, responses.usage,
      coalesce(responses.endpoint_snapshot, lanes.endpoint_snapshot) as snapshot
    from responses join lanes on lanes.id = responses.lane_id
    where responses.turn_id = any(${`{${turnIds.join(',')}}`}::uuid[]) and responses.is_current
    order by lanes.position`);
  const parsed = z.array(rowSchema).parse(rows);
  const byTurn = Map.groupBy(parsed, ({ turnId }) => turnId);
  return new Map([...byTurn].map(([turnId, lanes]) => [turnId, lanes.map(toJudgedLane)]));
}

function toJudgedLane(row: z.infer<typeof rowSchema>): JudgedLane {
  const { laneId, position, responseId, status, text, usage, snapshot } = row;
  // Tokens as the server counted them, unless it did not.
  const tokens = usage === null || usage.estimated ? undefined : usage.outputTokens;
  return {
    laneId,
    position,
    responseId,
    status,
    isEmpty: text.trim() === '',
    text,
    style: styleFeatures(text, tokens),
    endpointId: snapshot.id,
    name: snapshot.name,
    cardId: snapshot.cardId,
    identity: snapshot,
  };
}
