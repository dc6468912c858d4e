import { z } from 'zod';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { retryLane } from '#app/_lib/runs/start-turn.ts';

const laneParams = z.object({ id: z.uuid(), laneId: z.uuid() });

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: handle({ params: laneParams }, async ({ raterId, params }) => {
    await retryLane(raterId, params.id, params.laneId);
    return answer({}, 202);
  }),
});
