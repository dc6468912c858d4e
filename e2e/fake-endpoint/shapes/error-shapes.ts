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

export const serverWords = 'The engine ran out of memory';

/** Half an answer, the error, and what many servers send after it all the same. */
function failing(error: string, ends: readonly Step[] = [finish, done]): Iterable<Step> {
  return chatStream([...helloChunks, error], ends);
}

/** Errors inside an answer of status 200. All of them say `serverWords`. */
export const errorShapes: ShapeTable = {
  'error-object': () => failing(sse({ error: { message: serverWords, type: 'server_error', code: 500 } })),
  'error-string': () => failing(sse({ error: serverWords })),
  'error-typed-object': () => failing(sse({ object: 'error', message: serverWords, code: 50002 })),
  'error-code-text': () => failing(sse({ text: serverWords, error_code: 50001 })),
  'error-base-resp': () => failing(sse({ base_resp: { status_code: 1013, status_msg: serverWords } })),
  'error-array': () => failing(sse([{ error: { code: 503, message: serverWords, status: 'UNAVAILABLE' } }])),
  'error-llamacpp-line': () =>
    failing(`error: ${JSON.stringify({ code: 500, message: serverWords })}\n\n`, []),
  'error-event': () => failing(`event: error\n${sse({ message: serverWords })}`, []),
  'error-in-chunk': () =>
    failing(
      sse(chatChunk({ content: '' }, { finish_reason: 'error', error: { code: 502, message: serverWords } })),
      [done],
    ),
  'error-first': () => [sse({ error: { message: serverWords } }), done],
  'error-then-stop': () => failing(sse({ error: { message: serverWords, code: 'overloaded' } })),
  'json-200': () => ({
    headers: { 'content-type': 'application/json' },
    steps: [JSON.stringify({ error: { message: serverWords, code: 500 } })],
  }),
  'json-array-200': () => ({
    headers: { 'content-type': 'application/json' },
    steps: [JSON.stringify([{ error: { message: serverWords, code: 500 } }], null, 2)],
  }),
  'html-200': () => ({
    headers: { 'content-type': 'text/html' },
    steps: [
      `<!doctype html>\n<html><head><title>${serverWords}</title></head>\n<body><h1>Sorry</h1></body></html>`,
    ],
  }),
  'text-200': () => ({ headers: { 'content-type': 'text/plain' }, steps: [`${serverWords}\n`] }),
  'empty-200': () => [],
  'malformed-middle': () =>
    chatStream([...helloChunks.slice(0, 2), 'data: {"choices":[{"delta":{"con\n\n', ...helloChunks.slice(2)]),
  'eof-mid': () => chatStream(helloChunks, []),
  'eof-inside-event': () => chatStream([...helloChunks, 'data: {"choices":[{"delta":{"con'], []),
  'only-finish': () => chatStream([]),
};
