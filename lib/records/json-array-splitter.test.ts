import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonArraySplitter } from '#lib/records/json-array-splitter.ts';

test('however the text is cut into chunks, the elements come out whole', () => {
  fc.assert(
    fc.property(
      fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
      fc.boolean(),
      fc.integer({ min: 1, max: 9 }),
      (elements, isPretty, size) => {
        const text = JSON.stringify(elements, null, isPretty ? 1 : 0);
        const found: unknown[] = [];
        const splitter = new JsonArraySplitter((element) => found.push(JSON.parse(element)));
        for (let index = 0; index < text.length; index += size)
          splitter.write(text.slice(index, index + size));
        splitter.end();
        expect(JSON.stringify(found)).toBe(JSON.stringify(elements));
      },
    ),
    { seed: 1, numRuns: 300 },
  );
});

test('refuses what follows the array, and an array without an end', () => {
  const read = (text: string) => {
    const splitter = new JsonArraySplitter(() => undefined);
    splitter.write(text);
    splitter.end();
  };
  expect(() => read('[] []')).toThrow('something follows');
  expect(() => read('[1] x')).toThrow('something follows');
  expect(() => read('[\n1,')).toThrow('line 2: the array does not end');
  expect(() => read('[1]\n ')).not.toThrow();
});
