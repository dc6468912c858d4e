import * as operations from '#app/_lib/operations/service.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.checkLive, async () => answer({ status: 'live' })),
});
