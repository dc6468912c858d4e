import * as operations from '#app/_lib/operations/comparisons.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { getComparisonDetail } from '#db/queries/comparison-detail.ts';
import { deleteComparison, renameComparison } from '#db/queries/comparisons.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.getComparison, async ({ raterId, params }) =>
    answer(await getComparisonDetail(raterId, params.id)),
  ),
  PATCH: handle(operations.renameComparison, async ({ raterId, params, body }) =>
    answer(await renameComparison(raterId, params.id, body.title)),
  ),
  DELETE: handle(operations.deleteComparison, async ({ raterId, params }) => {
    await deleteComparison(raterId, params.id);
    return new Response(null, { status: 204 });
  }),
});
