import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limitPieces } from '#lib/demo/limit-pieces.ts';
import { splitPieces } from '#lib/demo/split-pieces.ts';

function run(pieces: readonly string[], limits: { maxTokens: number; stop: readonly string[] }) {
  const generator = limitPieces(pieces, limits);
  const texts: string[] = [];
  let step = generator.next();
  while (!step.done) {
    texts.push(step.value);
    step = generator.next();
  }
  return { text: texts.join(''), texts, reason: step.value.finishReason, tokens: step.value.tokens };
}

const unlimited = { maxTokens: Number.POSITIVE_INFINITY, stop: [] };
const anyText = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '百', '😀', '.') });

test('pieces joined are the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { text: joined, reason } = run(splitPieces(text), unlimited);
      expect(joined).toBe(text);
      expect(reason).toBe('stop');
    }),
  );
});

test('the first stop string ends the text, wherever the pieces are cut', () => {
  fc.assert(
    fc.property(fc.array(anyText), fc.array(anyText.filter(Boolean), { maxLength: 3 }), (pieces, stop) => {
      const whole = pieces.join('');
      const ends = stop.map((text) => whole.indexOf(text)).filter((at) => at >= 0);
      const expected = ends.length > 0 ? whole.slice(0, Math.min(...ends)) : whole;
      expect(run(pieces, { ...unlimited, stop }).text).toBe(expected);
    }),
  );
});

test('maxTokens counts pieces, and an answer of just that length is not cut', () => {
  expect(run(['a', ' b', ' c'], { maxTokens: 2, stop: [] })).toMatchObject({
    text: 'a b',
    reason: 'length',
    tokens: 2,
  });
  expect(run(['a', ' b'], { maxTokens: 2, stop: [] })).toMatchObject({
    text: 'a b',
    reason: 'stop',
    tokens: 2,
  });
});

test('what cannot begin a stop string is passed on at once', () => {
  expect(run(['ab', 'cd', 'e'], { ...unlimited, stop: ['bx'] }).texts).toEqual(['a', 'bcd', 'e']);
});
