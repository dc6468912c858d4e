import { inTransaction } from '#db/client.ts';
import { toApiComparison } from '#db/queries/comparisons.ts';
import { chance, listDrawable } from '#db/queries/draws.ts';
import { toSnapshot } from '#db/queries/endpoint-rows.ts';
import { comparisons, lanes } from '#db/schema/comparisons.ts';
import type { Comparison, ComparisonInput } from '#lib/arena/schema.ts';
import { AppError } from '#lib/errors.ts';
import { createId } from '#lib/ids.ts';
import type { RaterId } from '#lib/rater.ts';
import { drawLanes } from '#lib/rating/pair-sampling.ts';

type BlindInput = Extract<ComparisonInput, { mode: 'blind' }>;

/**
 * A battle: the server draws the lanes and their places, and answers without saying which.
 * @throws AppError `invalid-request` when fewer endpoints can be drawn than lanes are wanted.
 */
export async function createBlindComparison(raterId: RaterId, input: BlindInput): Promise<Comparison> {
  const count = input.count ?? 2;
  return inTransaction(async (tx) => {
    const { rows, weights } = await listDrawable(tx, { among: input.endpointIds ?? null, least: count });
    const byId = new Map(rows.map((row) => [row.id, row]));
    const drawn = drawLanes(weights, count, chance).flatMap((id) => byId.get(id) ?? []);
    if (drawn.length < count) throw tooFew(count);
    const [row] = await tx
      .insert(comparisons)
      .values({
        id: createId(),
        raterId,
        mode: 'blind',
        system: input.system,
        drawnFrom: input.endpointIds ?? null,
      })
      .returning();
    if (!row) throw new AppError('internal', 'The battle was not stored.');
    const values = drawn.map((endpoint, position) => ({
      id: createId(),
      comparisonId: row.id,
      position,
      endpointId: endpoint.id,
      endpointSnapshot: toSnapshot(endpoint),
    }));
    return toApiComparison(row, await tx.insert(lanes).values(values).returning(), true);
  });
}

function tooFew(count: number): AppError {
  return new AppError('invalid-request', `A battle of ${count} needs at least ${count} enabled endpoints.`, {
    details: [{ path: 'count', message: 'is more than the endpoints that can be drawn' }],
  });
}
