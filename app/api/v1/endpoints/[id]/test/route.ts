import * as operations from '#app/_lib/operations/endpoints.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { getSecretBox } from '#app/_lib/secret-box.ts';
import { testEndpoint } from '#app/_lib/test-endpoint.ts';
import { getCallableEndpoint } from '#db/queries/endpoints.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  POST: handle(operations.testEndpoint, async ({ params, request }) => {
    const endpoint = await getCallableEndpoint(params.id, await getSecretBox());
    return answer(await testEndpoint(endpoint, request.signal));
  }),
});
