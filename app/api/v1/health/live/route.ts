import { answer, createRoute, handle } from '#app/_lib/route.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: handle({}, async () => answer({ status: 'live' })),
});
