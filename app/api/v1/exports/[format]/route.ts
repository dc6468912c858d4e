import { createExportJob } from '#app/_lib/exports/export-job.ts';
import { toPartResponse } from '#app/_lib/exports/export-parts.ts';
import { createRoute, handle } from '#app/_lib/route.ts';
import { exportFormatParams, exportPartQuerySchema } from '#lib/preferences/export/export-query.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: handle(
    { params: exportFormatParams, query: exportPartQuerySchema },
    async ({ request, params, query: { part, ...query } }) =>
      toPartResponse(await createExportJob(params.format, query), part, request.signal),
  ),
});
