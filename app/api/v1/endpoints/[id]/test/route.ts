import { answer, createRoute, handle, textIdParams } from '#app/_lib/route.ts';
import { getSecretBox } from '#app/_lib/secret-box.ts';
import { testEndpoint } from '#app/_lib/test-endpoint.ts';
import { getCallableEndpoint } from '#db/queries/endpoints.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: handle({ params: textIdParams }, async ({ params, request }) => {
    const endpoint = await getCallableEndpoint(params.id, await getSecretBox());
    return answer(await testEndpoint(endpoint, request.signal));
  }),
});
