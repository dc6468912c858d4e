import { createExportJob } from '#app/_lib/exports/export-job.ts';
import * as operations from '#app/_lib/operations/preferences.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { measureExport } from '#db/queries/export-stream.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.countExport, async ({ request, params, query }) => {
    const { counts, bytes } = await measureExport(
      await createExportJob(params.format, query),
      request.signal,
    );
    return answer({ ...counts, bytes });
  }),
});
