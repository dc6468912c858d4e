import { toPreviewResponse } from '#app/_lib/imports/import-response.ts';
import * as operations from '#app/_lib/operations/preferences.ts';
import { createRoute, handle } from '#app/_lib/route.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  POST: handle(operations.previewImport, async ({ request, query }) =>
    toPreviewResponse(request, query.format),
  ),
});
