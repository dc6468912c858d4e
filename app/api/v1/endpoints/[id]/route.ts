import { answer, createRoute, handle, textIdParams } from '#app/_lib/route.ts';
import { getSecretBox } from '#app/_lib/secret-box.ts';
import { disableEndpoint, getEndpoint, updateEndpoint } from '#db/queries/endpoints.ts';
import { endpointPatchSchema } from '#lib/endpoints/schema.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: handle({ params: textIdParams }, async ({ params }) => answer(await getEndpoint(params.id))),
  PATCH: handle({ params: textIdParams, body: endpointPatchSchema }, async ({ params, body }) =>
    answer(await updateEndpoint(params.id, body, await getSecretBox())),
  ),
  DELETE: handle({ params: textIdParams }, async ({ params }) => {
    await disableEndpoint(params.id);
    return new Response(null, { status: 204 });
  }),
});
