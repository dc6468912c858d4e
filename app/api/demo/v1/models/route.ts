import { demoPrograms } from '#lib/demo/programs.ts';

/** The models of the built-in demo server, in OpenAI's list shape. */
export function GET(): Response {
  const data = demoPrograms.map(({ id }) => ({ id, object: 'model', created: 0, owned_by: 'baijia' }));
  return Response.json({ object: 'list', data });
}
