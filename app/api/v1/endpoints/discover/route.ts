import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { discoverEndpoints } from '#lib/endpoints/discover.ts';
import { getProviderKeys } from '#lib/settings.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: handle({}, async () =>
    answer({ data: await discoverEndpoints(Object.fromEntries(getProviderKeys())) }),
  ),
});
