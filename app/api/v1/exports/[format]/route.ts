import { createExportJob } from '#app/_lib/exports/export-job.ts';
import { toPartResponse } from '#app/_lib/exports/export-parts.ts';
import * as operations from '#app/_lib/operations/preferences.ts';
import { createRoute, handle } from '#app/_lib/route.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.exportLog, async ({ request, params, query: { part, ...query } }) =>
    toPartResponse(await createExportJob(params.format, query), part, request.signal),
  ),
});
