import { handleImport } from '#app/_lib/imports/handle-import.ts';
import { createRoute } from '#app/_lib/route.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: async (request, context) => handleImport(request, (await context?.params)?.format),
});
