import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatChunk, done, finish, sse } from '#e2e/fake-endpoint/reply.ts';
import { cleanText } from '#lib/clean-text.ts';
import { type ByteServer, startByteServer } from '#lib/endpoints/testing/byte-server.ts';

let server: ByteServer;
beforeAll(async () => {
  server = await startByteServer();
});
afterAll(() => server.stop());
const ask: ByteServer['ask'] = (...args) => server.ask(...args);

const encode = (text: string) => new TextEncoder().encode(text);
const delta = fc.string({ unit: 'binary', maxLength: 12 });
const cuts = fc.array(fc.nat(5000), { maxLength: 12 });

const framing = fc.record({
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  space: fc.boolean(),
  comment: fc.boolean(),
  fields: fc.boolean(),
  blank: fc.boolean(),
});

function frame(
  event: string,
  how: { newline: string; space: boolean; comment: boolean; fields: boolean; blank: boolean },
) {
  let text = how.space ? event : event.replace('data: ', 'data:');
  if (how.fields) text = `event: message\nid: 1\n${text}`;
  if (how.comment) text = `: ping\n\n${text}`;
  if (how.blank) text = text.replace(/\n\n$/, '\n');
  return text.replaceAll('\n', how.newline);
}

const marked = (index: number) => `⟦${index}⟧`;
/** Eight events, each with a text of its own, then the end. */
const events = [
  ...Array.from({ length: 8 }, (_, index) => sse(chatChunk({ content: marked(index) }))),
  finish,
  done,
];
const whole = encode(events.join(''));
/** Where each event ends, in bytes. */
const ends = events.map((_, index) => encode(events.slice(0, index + 1).join('')).length);

const mutation = fc.record({
  at: fc.nat(whole.length),
  remove: fc.nat(300),
  insert: fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc
      .constantFrom('\n', '\n\n', '\r', 'data: ', '{', '"', '}', ':', '\u0000', 'data: {"a":\n\n', 'null')
      .map(encode),
  ),
});

describe('streams nobody listed', () => {
  it('brings any text through any legal framing and chunking', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(delta, framing), { minLength: 1, maxLength: 8 }),
        cuts,
        async (parts, places) => {
          const expected = cleanText(parts.map(([text]) => text).join(''));
          fc.pre(expected.trim() !== '');
          const stream = parts.map(([content, how]) => frame(sse(chatChunk({ content })), how)).join('');
          const { text, deltas, result } = await ask(encode(stream + finish + done), places);
          expect(text).toBe(expected);
          expect(deltas.every((one) => one.isWellFormed())).toBe(true);
          expect(result).toMatchObject({ status: 'complete', finishReason: 'stop', error: null });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('cut off anywhere: keeps what arrived, and is complete only with a finish', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), cuts, async (length, places) => {
        const { text, result } = await ask(whole.subarray(0, length), places);
        // The last newlines of an event add nothing to it.
        const arrived = ends.filter((end) => end - 2 <= length).length;
        expect(text).toBe(Array.from({ length: Math.min(arrived, 8) }, (_, index) => marked(index)).join(''));
        expect(result.status).toBe(arrived > 8 ? 'complete' : 'failed');
      }),
      { numRuns: 200 },
    );
  });

  it('damaged anywhere: no crash, no intact event lost, no false complete', async () => {
    await fc.assert(
      fc.asyncProperty(mutation, cuts, async ({ at, remove, insert }, places) => {
        const bytes = Buffer.concat([whole.subarray(0, at), insert, whole.subarray(at + remove)]);
        const { text, result } = await ask(bytes, places);
        const isIntact = (index: number) => {
          const from = (index === 0 ? 0 : (ends[index - 1] ?? 0)) - 2;
          return (ends[index] ?? 0) <= at || from > at + remove;
        };
        let position = 0;
        for (let index = 0; index < 8; index += 1) {
          if (!isIntact(index)) continue;
          const found = text.indexOf(marked(index), position);
          expect(found, `event ${index} is lost`).toBeGreaterThanOrEqual(0);
          position = found + 1;
        }
        const mutated = bytes.toString('utf8');
        const saysEnd = /"finish_reason":\s*"[^"]/.test(mutated) || mutated.includes('[DONE]');
        if (result.status === 'complete') expect(saysEnd).toBe(true);
        expect(['complete', 'failed']).toContain(result.status);
        expect(result.status === 'failed').toBe(result.error !== null);
      }),
      { numRuns: 400 },
    );
  });

  it('unheard-of events in between: the answer stays whole', async () => {
    const noise = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.record({ choices: fc.jsonValue({ maxDepth: 2 }) }),
      fc.record({
        choices: fc.tuple(
          fc.record({ delta: fc.jsonValue({ maxDepth: 2 }), finish_reason: fc.constant(null) }),
        ),
      }),
      fc.record({ usage: fc.jsonValue({ maxDepth: 2 }), type: fc.constantFrom('response.x', 'ping') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(noise, { maxLength: 6 }), fc.nat(8), async (values, place) => {
        const all = [...events];
        all.splice(place, 0, ...values.map((value) => sse(value)));
        const { text, result } = await ask(encode(all.join('')));
        let position = 0;
        for (let index = 0; index < 8; index += 1) {
          position = text.indexOf(marked(index), position);
          expect(position).toBeGreaterThanOrEqual(0);
        }
        expect(['complete', 'failed']).toContain(result.status);
      }),
      { numRuns: 200 },
    );
  });
});
