import { findEndpointFacts } from '#app/_lib/facts/find-facts.ts';
import { answer, createRoute, handle, textIdParams } from '#app/_lib/route.ts';
import { getSecretBox } from '#app/_lib/secret-box.ts';
import { getCallableEndpoint, getEndpoint } from '#db/queries/endpoints.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: handle({ params: textIdParams }, async ({ params }) => {
    const openKey = async () => (await getCallableEndpoint(params.id, await getSecretBox())).apiKey;
    return answer(await findEndpointFacts(await getEndpoint(params.id), openKey));
  }),
});
