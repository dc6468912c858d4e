import { gzipSync } from 'node:zlib';
import {
  chatChunk,
  chatStream,
  done,
  finish,
  helloChunks,
  type Reply,
  type ShapeTable,
  type Step,
  sse,
} from '#e2e/fake-endpoint/reply.ts';

/** The ordinary answer, with each event rewritten. */
function* rewritten(rewrite: (event: string) => string): Iterable<Step> {
  for (const step of chatStream(helloChunks)) yield typeof step === 'string' ? rewrite(step) : step;
}

function* bytes(steps: Iterable<Step>, size: number): Iterable<Step> {
  for (const step of steps) {
    if (typeof step !== 'string') {
      yield step;
      continue;
    }
    const buffer = Buffer.from(step, 'utf8');
    for (let at = 0; at < buffer.length; at += size) {
      yield buffer.subarray(at, at + size);
      yield { wait: 0 };
    }
  }
}

function gzipped(steps: Iterable<Step>): Reply {
  const body = [...steps].filter((step) => typeof step === 'string').join('');
  return { headers: { 'content-encoding': 'gzip' }, steps: [gzipSync(body)] };
}

/** Legal and nearly legal ways to frame the same events: the words of `helloWords` must come out of each. */
export const framingShapes: ShapeTable = {
  hello: () => chatStream(helloChunks),
  'no-done': () => chatStream(helloChunks, [finish]),
  crlf: () => rewritten((event) => event.replaceAll('\n', '\r\n')),
  cr: () => rewritten((event) => event.replaceAll('\n', '\r')),
  'no-space': () => rewritten((event) => event.replaceAll('data: ', 'data:')),
  comments: () => rewritten((event) => `: keep-alive\n\n:\n${event}`),
  fields: () => rewritten((event) => `event: message\nid: 7\nretry: 3000\n${event}`),
  bom: () => ['\ufeff', ...chatStream(helloChunks)],
  'stray-lines': () => rewritten((event) => `x-unknown: field\nnonsense\n${event}`),
  'multi-line-data': () =>
    rewritten((event) =>
      event.replace('"choices":[', '"choices":\ndata: [').replace('{"id"', '{\ndata: "id"'),
    ),
  'single-newline': () => rewritten((event) => event.replace('\n\n', '\n')),
  'no-last-newline': () => chatStream(helloChunks, [finish, 'data: [DONE]']),
  'byte-packets': () => bytes(chatStream(helloChunks), 1),
  'three-byte-packets': () => bytes(chatStream(helloChunks), 3),
  gzip: () => gzipped(chatStream(helloChunks)),
  'event-5mb': () => chatStream([sse(chatChunk({ content: '大'.repeat(1_800_000) }))]),
  'json-lines': () => rewritten((event) => event.replace('data: ', '').replace('\n\n', '\n')),
  'whole-json': (request) => ({
    headers: { 'content-type': 'application/json' },
    steps: [JSON.stringify(request.dialect.whole('Hello, world 世界 🌍.', { input: 7, output: 3 }), null, 2)],
  }),
  pings: () => chatStream([': ping\n\n', ...helloChunks, ':\n\n'], [finish, ': ping\n\n', done]),
};
