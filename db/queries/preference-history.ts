import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { inTransaction } from '#db/client.ts';
import { ballotExclusions, ballotLanes, ballotRevisions, ballots } from '#db/schema/ballots.ts';
import { responses } from '#db/schema/turns.ts';
import { endpointSnapshotSchema } from '#lib/arena/endpoint-snapshot.ts';
import { AppError } from '#lib/errors.ts';
import { ratingSchema } from '#lib/preferences/ballot-schema.ts';
import type { PreferenceHistory } from '#lib/preferences/history-schema.ts';

const contentSchema = z.object({
  ranking: z.array(z.array(z.string())),
  allBad: z.boolean(),
  ratings: z.record(z.string(), ratingSchema),
  comment: z.string().nullable(),
});

/** @throws AppError `not-found` */
export function getPreferenceHistory(id: string): Promise<PreferenceHistory> {
  return inTransaction(async (tx) => {
    const [ballot] = await tx.select({ id: ballots.id }).from(ballots).where(eq(ballots.id, id));
    if (!ballot) throw new AppError('not-found', 'There is no such preference record.');
    const revisions = await tx
      .select()
      .from(ballotRevisions)
      .where(eq(ballotRevisions.ballotId, id))
      .orderBy(asc(ballotRevisions.revision));
    const exclusions = await tx
      .select()
      .from(ballotExclusions)
      .where(eq(ballotExclusions.ballotId, id))
      .orderBy(asc(ballotExclusions.createdAt), asc(ballotExclusions.reason));
    const asked = await tx
      .select({
        laneId: ballotLanes.laneId,
        request: responses.request,
        snapshot: responses.endpointSnapshot,
      })
      .from(ballotLanes)
      .innerJoin(responses, eq(responses.id, ballotLanes.responseId))
      .where(eq(ballotLanes.ballotId, id))
      .orderBy(asc(ballotLanes.position));
    return {
      revisions: revisions.map(({ revision, createdAt, content }) => ({
        revision,
        createdAt: createdAt.toISOString(),
        ...contentSchema.parse(content),
      })),
      exclusions: exclusions.map(({ reason, source, createdAt }) => ({
        reason,
        source,
        createdAt: createdAt.toISOString(),
      })),
      requests: asked.map(({ laneId, request, snapshot }) => ({
        laneId,
        model: endpointSnapshotSchema.safeParse(snapshot).data?.model ?? '',
        request: request ?? null,
      })),
    };
  }, 'snapshot');
}
