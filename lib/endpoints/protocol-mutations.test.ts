import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialects } from '#e2e/fake-endpoint/dialect.ts';
import type { FakeProtocol } from '#e2e/fake-endpoint/reply.ts';
import { readRequest, selectReply } from '#e2e/fake-endpoint/select-reply.ts';
import { shapes } from '#e2e/fake-endpoint/shapes.ts';
import { cleanText } from '#lib/clean-text.ts';
import { type ByteServer, startByteServer } from '#lib/endpoints/testing/byte-server.ts';

let server: ByteServer;
beforeAll(async () => {
  server = await startByteServer();
});
afterAll(() => server.stop());

const encode = (text: string) => new TextEncoder().encode(text);
const cuts = fc.array(fc.nat(5000), { maxLength: 12 });
const counts = { input: 3, output: 5 };
const marked = (index: number) => `⟦${index}⟧`;
const marks = Array.from({ length: 8 }, (_, index) => marked(index));
const ends = /"finish_reason":\s*"[^"]|\[DONE\]|complete/;

describe.each(['chat', 'completion', 'responses'] as const)('%s streams nobody listed', (protocol) => {
  const dialect = dialects[protocol];
  const ask = (bytes: Uint8Array, places: readonly number[]) => server.ask(bytes, places, { protocol });
  const close = dialect.close('stop', marks.join(''), counts);
  const whole = encode(dialect.open() + marks.map((mark) => dialect.text(mark)).join('') + close);

  it('brings any text through any chunking and line ends', async () => {
    const property = fc.asyncProperty(
      fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      cuts,
      async (deltas, newline, places) => {
        const expected = cleanText(deltas.join(''));
        // The reader takes an inline thought out of completions; what it does with one is tested where it lives.
        fc.pre(expected.trim() !== '' && !expected.includes('<'));
        const said = deltas.map((delta) => dialect.text(delta)).join('');
        const stream = dialect.open() + said + dialect.close('stop', expected, counts);
        const { text, deltas: given, result } = await ask(encode(stream.replaceAll('\n', newline)), places);
        expect(text).toBe(expected);
        expect(given.every((one) => one.isWellFormed())).toBe(true);
        expect(result).toMatchObject({ status: 'complete', finishReason: 'stop', error: null });
      },
    );
    await fc.assert(property, { numRuns: 100 });
  });

  it('cut off anywhere: shows what was sent and nothing else, and is complete only with an end', async () => {
    const property = fc.asyncProperty(fc.nat(whole.length), cuts, async (length, places) => {
      const { text, result } = await ask(whole.subarray(0, length), places);
      expect(marks.join('').startsWith(text)).toBe(true);
      const arrived = new TextDecoder().decode(whole.subarray(0, length));
      const shown = marks.filter((mark) => text.includes(mark));
      for (const mark of marks) {
        const isWhole = arrived.includes(mark) && arrived.slice(arrived.indexOf(mark)).includes('\n\n');
        if (isWhole) expect(shown).toContain(mark);
      }
      if (result.status === 'complete') expect(arrived).toMatch(ends);
      expect(['complete', 'failed']).toContain(result.status);
    });
    await fc.assert(property, { numRuns: 100 });
  });

  it('damaged anywhere: no crash, no false complete, an error for every failure', async () => {
    const property = fc.asyncProperty(
      fc.nat(whole.length),
      fc.nat(300),
      fc.oneof(
        fc.uint8Array({ maxLength: 40 }),
        fc.constantFrom('\n\n', '\r', 'data: ', '{', '"', '}', '\u0000', 'null', 'event: x\n').map(encode),
      ),
      cuts,
      async (at, remove, insert, places) => {
        const bytes = Buffer.concat([whole.subarray(0, at), insert, whole.subarray(at + remove)]);
        const { text, result } = await ask(bytes, places);
        if (result.status === 'complete') expect(bytes.toString('utf8')).toMatch(ends);
        expect(result.error?.code).not.toBe('internal');
        expect(result.status === 'failed').toBe(result.error !== null);
        // What is shown of intact events keeps its order.
        const order = marks.map((mark) => text.indexOf(mark)).filter((place) => place >= 0);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      },
    );
    await fc.assert(property, { numRuns: 200 });
  });

  it('every real shape, damaged: no crash, and never complete without a word from the server', async () => {
    const streams = Object.keys(shapes)
      .filter((name) => !/^(event-5mb|story|slow|drip|ping-mid|gzip|markdown)$/.test(name))
      .map((name) => streamOf(protocol, name))
      .filter((stream) => stream.length > 0);
    const property = fc.asyncProperty(
      fc.constantFrom(...streams),
      fc.nat(20_000),
      fc.nat(60),
      fc.uint8Array({ maxLength: 8 }),
      cuts,
      async (stream, where, remove, insert, places) => {
        const at = where % (stream.length + 1);
        const bytes = Buffer.concat([stream.subarray(0, at), insert, stream.subarray(at + remove)]);
        const { result } = await ask(bytes, places);
        if (result.status === 'complete') expect(bytes.toString('utf8')).toMatch(ends);
        expect(result.error?.code).not.toBe('internal');
      },
    );
    await fc.assert(property, { numRuns: 200 });
  });
});

function streamOf(protocol: FakeProtocol, name: string): Uint8Array {
  const request = readRequest(protocol, dialects[protocol], { model: name, stream: true, prompt: 'Hi' }, 9);
  const { steps } = selectReply({ ...request, headers: {} });
  const parts = [...steps].filter((step) => typeof step === 'string' || step instanceof Uint8Array);
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? encode(part) : part)));
}
