import { createRoute, handle } from '#app/_lib/route.ts';
import { AppError } from '#lib/errors.ts';

const refuse = handle({}, async () => {
  throw new AppError('not-found', 'There is nothing at this address.');
});

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: refuse,
  POST: refuse,
  PUT: refuse,
  PATCH: refuse,
  DELETE: refuse,
});
