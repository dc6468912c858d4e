import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { createOpenComparison } from '#db/queries/comparisons.ts';
import { listHistory } from '#db/queries/history.ts';
import { historyQuerySchema } from '#lib/arena/history-schema.ts';
import { comparisonInputSchema } from '#lib/arena/schema.ts';
import { AppError } from '#lib/errors.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: handle({ query: historyQuerySchema }, async ({ raterId, query }) =>
    answer(await listHistory(raterId, query)),
  ),
  POST: handle({ body: comparisonInputSchema }, async ({ raterId, body }) => {
    if (body.mode === 'blind') {
      throw new AppError('invalid-request', 'Blind comparisons cannot be made yet.', {
        details: [{ path: 'mode', message: 'must be "open"' }],
      });
    }
    return answer(await createOpenComparison(raterId, body), 201);
  }),
});
