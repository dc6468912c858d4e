import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { createBlindComparison } from '#db/queries/blind-comparisons.ts';
import { createOpenComparison } from '#db/queries/comparisons.ts';
import { listHistory } from '#db/queries/history.ts';
import { historyQuerySchema } from '#lib/arena/history-schema.ts';
import { comparisonInputSchema } from '#lib/arena/schema.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: handle({ query: historyQuerySchema }, async ({ raterId, query }) =>
    answer(await listHistory(raterId, query)),
  ),
  POST: handle({ body: comparisonInputSchema }, async ({ raterId, body }) => {
    const create =
      body.mode === 'blind' ? createBlindComparison(raterId, body) : createOpenComparison(raterId, body);
    return answer(await create, 201);
  }),
});
