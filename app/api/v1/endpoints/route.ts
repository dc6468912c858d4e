import { resolveKey } from '#app/_lib/endpoint-key.ts';
import * as operations from '#app/_lib/operations/endpoints.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { getSecretBox } from '#app/_lib/secret-box.ts';
import { createEndpoint, listEndpoints } from '#db/queries/endpoints.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.listEndpoints, async () => answer({ data: await listEndpoints() })),
  POST: handle(operations.createEndpoint, async ({ body }) => {
    const { input, source } = resolveKey(body);
    return answer(await createEndpoint(input, source, await getSecretBox()), 201);
  }),
});
