type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

type Options = {
  params?: Record<string, string>;
  headers?: Record<string, string>;
  /** Sent as it is when a string, else as JSON. */
  body?: unknown;
};

const methodsOf = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Calls a route file's export as Next does, as a program without a browser unless headers say otherwise. */
export async function send(
  routes: Record<(typeof methodsOf)[number], Route>,
  method: (typeof methodsOf)[number],
  query: string,
  { params = {}, headers = {}, body }: Options = {},
): Promise<{ status: number; headers: Headers; body: unknown; text: string }> {
  const request = new Request(`http://127.0.0.1:3000/api/v1/${query}`, {
    method,
    headers: {
      host: '127.0.0.1:3000',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const response = await routes[method](request, { params: Promise.resolve(params) });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? null : JSON.parse(text),
    text,
  };
}
