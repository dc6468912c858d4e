import { answer, createRoute, handle, textIdParams } from '#app/_lib/route.ts';
import { getSecretBox } from '#app/_lib/secret-box.ts';
import { testEndpoint } from '#app/_lib/test-endpoint.ts';
import { listCallableEndpoints } from '#db/queries/endpoints.ts';
import { AppError } from '#lib/errors.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: handle({ params: textIdParams }, async ({ params, request }) => {
    const [callable] = await listCallableEndpoints([params.id], await getSecretBox());
    if (!callable) throw new AppError('not-found', 'There is no such endpoint.');
    return answer(await testEndpoint(callable.open(), request.signal));
  }),
});
