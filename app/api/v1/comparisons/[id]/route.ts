import { answer, createRoute, handle, idParams } from '#app/_lib/route.ts';
import { getComparisonDetail } from '#db/queries/comparison-detail.ts';
import { deleteComparison, renameComparison } from '#db/queries/comparisons.ts';
import { comparisonPatchSchema } from '#lib/arena/schema.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: handle({ params: idParams }, async ({ raterId, params }) =>
    answer(await getComparisonDetail(raterId, params.id)),
  ),
  PATCH: handle({ params: idParams, body: comparisonPatchSchema }, async ({ raterId, params, body }) =>
    answer(await renameComparison(raterId, params.id, body.title)),
  ),
  DELETE: handle({ params: idParams }, async ({ raterId, params }) => {
    await deleteComparison(raterId, params.id);
    return new Response(null, { status: 204 });
  }),
});
