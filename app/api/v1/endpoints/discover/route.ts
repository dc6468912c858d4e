import * as operations from '#app/_lib/operations/endpoints.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { discoverEndpoints } from '#lib/endpoints/discover.ts';
import { getProviderKeys } from '#lib/settings.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.discoverEndpoints, async () =>
    answer({ data: await discoverEndpoints(Object.fromEntries(getProviderKeys())) }),
  ),
});
