import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advancePace, pacedReach } from '#lib/arena/pace.ts';

const lane = fc.record({ available: fc.nat(5000), isEnded: fc.boolean() });
const lanes = fc.array(lane, { minLength: 2, maxLength: 4 });
const state = fc.record({ lanes, endReach: fc.option(fc.nat(5000)) });

test('the pace does not know which lane is which', () => {
  fc.assert(
    fc.property(state, fc.nat(5000), fc.nat(500), (now, shown, elapsed) => {
      const turned = { ...now, lanes: now.lanes.toReversed() };
      expect(advancePace(shown, elapsed, turned)).toBe(advancePace(shown, elapsed, now));
    }),
  );
});

test('nothing is seen of any lane before each has text, nor beyond the one that has least', () => {
  fc.assert(
    fc.property(lanes, fc.nat(100_000), (now, elapsed) => {
      const least = Math.min(...now.map(({ available }) => available));
      expect(advancePace(0, elapsed, { lanes: now, endReach: null })).toBeLessThanOrEqual(least);
      expect(pacedReach({ lanes: now, endReach: null })).toBe(least);
    }),
  );
});

test('it never goes back, and reaches the end', () => {
  fc.assert(
    fc.property(state, fc.nat(5000), fc.nat(500), (now, shown, elapsed) => {
      expect(advancePace(shown, elapsed, now)).toBeGreaterThanOrEqual(shown);
      expect(advancePace(0, 1e6, now)).toBe(pacedReach(now));
    }),
  );
});

test('another pace changes when words are seen, not which', () => {
  const now = { lanes: [{ available: 900, isEnded: false }], endReach: null };
  expect([10, 400, 1e9].map((pace) => advancePace(0, 1000, now, pace))).toEqual([10, 400, 900]);
});
