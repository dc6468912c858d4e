import * as operations from '#app/_lib/operations/comparisons.ts';
import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { createBlindComparison } from '#db/queries/blind-comparisons.ts';
import { createOpenComparison } from '#db/queries/comparisons.ts';
import { listHistory } from '#db/queries/history.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = createRoute({
  GET: handle(operations.listComparisons, async ({ raterId, query }) =>
    answer(await listHistory(raterId, query)),
  ),
  POST: handle(operations.createComparison, async ({ raterId, body }) => {
    const create =
      body.mode === 'blind' ? createBlindComparison(raterId, body) : createOpenComparison(raterId, body);
    return answer(await create, 201);
  }),
});
