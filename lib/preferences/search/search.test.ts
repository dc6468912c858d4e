import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from '#lib/preferences/search/fold-text.ts';
import { eachGram, gramsOfTerm } from '#lib/preferences/search/grams.ts';
import {
  countPlaces,
  encodePlaces,
  intersect,
  keepPlaces,
  listPlaces,
  segmentSize,
  toBitmap,
} from '#lib/preferences/search/postings.ts';
import { containsTerms, findSpans, parseSearch } from '#lib/preferences/search/search-terms.ts';
import { SegmentBuilder } from '#lib/preferences/search/segment-builder.ts';

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'aAbBß İςΣ{}=>"\n中文字', '😀', 'e\u0301'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 60,
});
const textAndPart = fc
  .tuple(text, fc.nat(), fc.nat())
  .map(([whole, a, b]) => ({ whole, part: cut(whole, a, b) }))
  .filter(({ part }) => part.trim() !== '');

/** A piece of a text, whole letters only. */
function cut(whole: string, a: number, b: number): string {
  const letters = [...whole];
  const start = letters.length === 0 ? 0 : a % letters.length;
  return letters.slice(start, start + 1 + (b % 8)).join('');
}

const gramsOf = (folded: string) => {
  const grams = new Set<number>();
  eachGram(folded, (gram) => grams.add(gram));
  return grams;
};

test('a text has every part of it, in any case, and all its grams', () => {
  fc.assert(
    fc.property(textAndPart, fc.boolean(), ({ whole, part }, isUpper) => {
      const isPlain = /^[\x20-\x7e]*$/.test(part);
      const terms = parseSearch(isUpper && isPlain ? part.toUpperCase() : part);
      expect(containsTerms([whole], terms)).toBe(true);
      const grams = gramsOf(foldText(whole));
      for (const term of terms) for (const gram of gramsOfTerm(term)) expect(grams).toContain(gram);
    }),
  );
});

test('folding keeps the length', () => {
  fc.assert(fc.property(text, (whole) => foldText(whole).length === whole.length));
});

test('spans are where the terms stand, in order and apart', () => {
  fc.assert(
    fc.property(textAndPart, ({ whole, part }) => {
      const terms = parseSearch(part);
      const spans = findSpans(whole, terms);
      expect(spans.length).toBeGreaterThan(0);
      for (const [index, { start, end }] of spans.entries()) {
        expect(end).toBeGreaterThan(start);
        expect(start).toBeGreaterThan(spans[index - 1]?.end ?? -1);
        expect(terms.some((term) => foldText(whole).startsWith(term, start))).toBe(true);
      }
    }),
  );
});

test('words stand anywhere, a quoted search stands as it is', () => {
  expect(parseSearch('  Sky blue\nsky ')).toEqual(['blue', 'sky']);
  expect(parseSearch('"sky  is"')).toEqual(['sky  is']);
  expect(parseSearch('say "hi"')).toEqual(['"hi"', 'say']);
  expect(parseSearch(' ')).toEqual([]);
  expect(containsTerms(['Blue is', 'the sky'], parseSearch('sky blue'))).toBe(true);
  expect(containsTerms(['Blue is', 'the sky'], parseSearch('"blue sky"'))).toBe(false);
});

test('places come back from their bytes, as a list and as a bitmap', () => {
  const places = fc.uniqueArray(fc.nat({ max: segmentSize - 1 }), { maxLength: 1500, size: 'max' });
  fc.assert(
    fc.property(places, places, (a, b) => {
      const sorted = a.toSorted((x, y) => x - y);
      const encode = (given: number[]) => encodePlaces(Uint16Array.from(given.toSorted((x, y) => x - y)));
      expect(listPlaces(intersect([encode(a)], null))).toEqual(sorted);
      expect(countPlaces(intersect([encode(a)], null))).toBe(a.length);
      expect(listPlaces(intersect([encode(a), encode(b)], null))).toEqual(
        sorted.filter((place) => b.includes(place)),
      );
      expect(listPlaces(intersect([encode(a)], encode(b)))).toEqual(
        sorted.filter((place) => !b.includes(place)),
      );
      const [start = 0, end = segmentSize] = b.slice(0, 2).toSorted((x, y) => x - y);
      const kept = intersect([encode(a)], null, end);
      expect(listPlaces(kept)).toEqual(sorted.filter((place) => place < end));
      keepPlaces(kept, start, segmentSize);
      expect(listPlaces(kept)).toEqual(sorted.filter((place) => place >= start && place < end));
      expect(toBitmap(encode(a))).toHaveLength(segmentSize / 8);
    }),
    { numRuns: 20 },
  );
});

test('a segment says which records have which gram', () => {
  const builder = new SegmentBuilder();
  builder.add(['ab', '中'], [['mode', 'open']]);
  builder.add(['b'], [['mode', 'open']]);
  const byGram = new Map(
    [...builder.postings()].map(({ gram, places }) => [gram, listPlaces(intersect([places], null))]),
  );
  expect(byGram.get('a'.charCodeAt(0))).toEqual([0]);
  expect(byGram.get('b'.charCodeAt(0))).toEqual([0, 1]);
  expect(byGram.get('中'.charCodeAt(0))).toEqual([0]);
  expect([...byGram].filter(([gram]) => gram < 0)).toEqual([[expect.any(Number), [0, 1]]]);
});
