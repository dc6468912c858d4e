import * as operations from '#app/_lib/operations/changes.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { listTags } from '#db/queries/actions.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.listTags, async () => answer({ data: await listTags() })),
});
