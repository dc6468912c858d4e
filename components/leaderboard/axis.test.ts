import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisOf, percentOn } from '#components/leaderboard/axis.ts';

test('ticks are round and within the axis', () => {
  expect(axisOf([900, 1100]).ticks).toEqual([900, 950, 1000, 1050, 1100]);
  expect(axisOf([1000]).ticks).toEqual([998, 999, 1000, 1001, 1002]);
});

test('every value lies on the axis, and there are a few ticks', () => {
  const rating = fc.double({ min: -5000, max: 5000, noNaN: true });
  fc.assert(
    fc.property(fc.array(rating, { minLength: 1 }), (values) => {
      const axis = axisOf(values);
      expect(axis.ticks.length).toBeGreaterThan(1);
      expect(axis.ticks.length).toBeLessThan(8);
      for (const value of [...values, ...axis.ticks]) {
        expect(percentOn(axis, value)).toBeGreaterThanOrEqual(0);
        expect(percentOn(axis, value)).toBeLessThanOrEqual(100);
      }
    }),
  );
});
