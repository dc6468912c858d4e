import {
  chatChunk,
  chatStream,
  done,
  finish,
  helloChunks,
  type ShapeTable,
  type Step,
  sse,
} from '#e2e/fake-endpoint/reply.ts';

const half = helloChunks.slice(0, 2);

function* dripping(): Iterable<Step> {
  for (;;) {
    yield sse(chatChunk({ content: 'drip ' }));
    yield { wait: 20 };
  }
}

function* pinging(): Iterable<Step> {
  yield* chatStream(half, []);
  for (;;) {
    yield { wait: 20 };
    yield ': ping\n\n';
  }
}

/** Servers that stall, stop half-way or never stop. */
export const timeShapes: ShapeTable = {
  'stall-before-headers': () => ({ headersAfter: 600_000, steps: [] }),
  'stall-before-text': () => chatStream(['hang'], []),
  'stall-mid': () => chatStream([...half, 'hang'], []),
  'ping-mid': () => pinging(),
  drip: () => dripping(),
  'reset-before-headers': () => ({ isDropped: true, steps: [] }),
  'reset-once': (request) => (request.count === 1 ? { isDropped: true, steps: [] } : chatStream(helloChunks)),
  'reset-before-text': (request) =>
    request.count === 1 ? chatStream(['reset'], []) : chatStream(helloChunks),
  'reset-mid': () => chatStream([...half, 'reset'], []),
  'reset-after-finish': () => chatStream(helloChunks, [finish, 'reset']),
  'done-then-open': () => chatStream(helloChunks, [finish, done, 'hang']),
  'finish-then-open': () => chatStream(helloChunks, [finish, 'hang']),
  'text-after-done': () =>
    chatStream(helloChunks, [finish, done, sse(chatChunk({ content: ' NOT THE ANSWER' }))]),
};
