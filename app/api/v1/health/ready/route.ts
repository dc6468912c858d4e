import * as operations from '#app/_lib/operations/service.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { pingDatabase } from '#db/queries/health.ts';
import { AppError } from '#lib/errors.ts';
import { getProcessState } from '#lib/process-state.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.checkReady, async () => {
    if (getProcessState().draining) throw new AppError('unavailable', 'This process is shutting down.');
    await pingDatabase();
    return answer({ status: 'ready' });
  }),
});
