import * as operations from '#app/_lib/operations/endpoints.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { getSecretBox } from '#app/_lib/secret-box.ts';
import { disableEndpoint, getEndpoint, updateEndpoint } from '#db/queries/endpoints.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.getEndpoint, async ({ params }) => answer(await getEndpoint(params.id))),
  PATCH: handle(operations.updateEndpoint, async ({ params, body }) =>
    answer(await updateEndpoint(params.id, body, await getSecretBox())),
  ),
  DELETE: handle(operations.disableEndpoint, async ({ params }) => {
    await disableEndpoint(params.id);
    return new Response(null, { status: 204 });
  }),
});
