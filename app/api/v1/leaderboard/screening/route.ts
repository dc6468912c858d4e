import { answer, createRoute, handle } from '#app/_lib/route.ts';
import { screenRaters } from '#db/queries/screen-raters.ts';

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: handle({}, async () => answer(await screenRaters())),
});
