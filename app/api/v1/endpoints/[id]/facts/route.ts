import { findEndpointFacts } from '#app/_lib/facts/find-facts.ts';
import * as operations from '#app/_lib/operations/endpoints.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { getSecretBox } from '#app/_lib/secret-box.ts';
import { getCallableEndpoint, getEndpoint } from '#db/queries/endpoints.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.getEndpointFacts, async ({ params }) => {
    const openKey = async () => (await getCallableEndpoint(params.id, await getSecretBox())).apiKey;
    return answer(await findEndpointFacts(await getEndpoint(params.id), openKey));
  }),
});
