import {
  chatStream,
  type FakeRequest,
  helloChunks,
  json,
  type Reply,
  type ShapeTable,
} from '#e2e/fake-endpoint/reply.ts';

const error = (message: string, more: Record<string, unknown> = {}) => ({ error: { message, ...more } });

/** Refuses the first `times` requests of this model id, then answers. */
function failing(request: FakeRequest, times: number, refusal: Reply): ReturnType<ShapeTable[string]> {
  return request.count <= times ? refusal : chatStream(helloChunks);
}

const keyOf = (request: FakeRequest) => String(request.headers.authorization ?? '').replace('Bearer ', '');
const limited = (retryAfter?: string): Reply =>
  json(429, error('Rate limit reached'), retryAfter === undefined ? {} : { 'retry-after': retryAfter });

/** Answers with another status than 200. */
export const refusalShapes: ShapeTable = {
  'fail-400-field': () =>
    json(
      400,
      error("Unsupported parameter: 'temperature' is not supported with this model.", {
        param: 'temperature',
      }),
    ),
  'fail-401-key': (request) =>
    json(401, error(`Incorrect API key provided: ${keyOf(request)}. Find yours at example.com.`)),
  'fail-401-any-key': () =>
    json(401, error('Incorrect API key provided: sk-proj-abcdEFGH1234567890****wxyz.')),
  'fail-404-html': () => ({
    status: 404,
    headers: { 'content-type': 'text/html' },
    steps: ['<html><head><title>404 Not Found</title></head><body>nginx</body></html>'],
  }),
  'fail-422-field': () =>
    json(422, {
      detail: [
        { type: 'extra_forbidden', loc: ['body', 'stream_options'], msg: 'Extra inputs are not permitted' },
      ],
    }),
  'fail-400-array': () =>
    json(400, [error('Unknown name "seed": Cannot find field.', { code: 400, status: 'INVALID_ARGUMENT' })]),
  'fail-429': () => limited(),
  'fail-429-retry-after': (request) => failing(request, 1, limited('0')),
  'fail-429-retry-after-long': () => limited('3600'),
  'fail-429-retry-after-date': (request) => failing(request, 1, limited('Wed, 21 Oct 2015 07:28:00 GMT')),
  'fail-429-retry-after-second': (request) => failing(request, 1, limited('1')),
  'fail-429-always': () => limited('0'),
  'fail-500-once': (request) =>
    failing(request, 1, json(500, error('Internal error'), { 'retry-after': '0' })),
  'fail-500-twice': (request) =>
    failing(request, 2, json(500, error('Internal error'), { 'retry-after': '0' })),
  'fail-503-always': () => json(503, error('Overloaded'), { 'retry-after': '0' }),
  'fail-500-empty': () => ({ status: 500, headers: { 'retry-after': '0' }, steps: [] }),
  redirect: () => ({
    status: 307,
    headers: { location: 'http://169.254.169.254/latest/meta-data' },
    steps: [],
  }),
  'redirect-home': () => ({ status: 302, headers: { location: '/v1/models' }, steps: [] }),
};
