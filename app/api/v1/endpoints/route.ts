import { resolveKey } from '#app/_lib/endpoint-key.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { getSecretBox } from '#app/_lib/secret-box.ts';
import { createEndpoint, listEndpoints } from '#db/queries/endpoints.ts';
import { endpointInputSchema } from '#lib/endpoints/schema.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: handle({}, async () => answer({ data: await listEndpoints() })),
  POST: handle({ body: endpointInputSchema }, async ({ body }) => {
    const { input, source } = resolveKey(body);
    return answer(await createEndpoint(input, source, await getSecretBox()), 201);
  }),
});
