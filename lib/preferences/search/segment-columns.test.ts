import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addTotals,
  addValues,
  ColumnsBuilder,
  countColumns,
  noCounts,
  type RecordValues,
  totalsSchema,
} from '#lib/preferences/search/segment-columns.ts';

const one = (values: string[]) => fc.constantFrom(...values).map((value) => [value]);
const some = (values: string[]) => fc.array(fc.constantFrom(...values), { maxLength: 4 });
const many = Array.from({ length: 400 }, (_, index) => `百 ${index}`);
const record: fc.Arbitrary<RecordValues> = fc.record({
  quarter: one(many),
  rater: one(['', 'local', '😀']),
  language: one(['en', 'zh']),
  outcome: one(['win', 'tie']),
  flag: some(['hallucination', 'harmful-advice']),
  lane: some(many),
});

test('what is counted from the bytes is what the records have, whichever of them are asked for', () => {
  const records = fc.array(record, { maxLength: 600, size: 'max' });
  fc.assert(
    fc.property(records, fc.func(fc.boolean()), (all, isAsked) => {
      const builder = new ColumnsBuilder();
      for (const values of all) builder.add(values);
      const places = [...all.keys()].filter((place) => isAsked(place));
      const expected = noCounts();
      for (const place of places) addValues(expected, all[place] as RecordValues);
      const found = noCounts();
      countColumns(found, builder.encode(), places);
      expect(found).toEqual(expected);
      const [everything, whole] = [noCounts(), noCounts()];
      for (const values of all) addValues(everything, values);
      addTotals(whole, totalsSchema.parse(JSON.parse(JSON.stringify(builder.totals))));
      expect(whole).toEqual(everything);
    }),
    { numRuns: 15 },
  );
});
