import { expect, test } from 'vitest';
import { drawBinomial, drawMultinomial } from '#lib/rating/binomial-draw.ts';
import { seededRandom } from '#lib/rating/random.ts';

/** Both ways of drawing, and their mirror images above one half. */
test.each([
  [20, 0.1],
  [50, 0.5],
  [1000, 0.3],
  [100_000, 0.02],
  [200, 0.97],
])('%i trials at %f have the mean and the spread they should', (n, probability) => {
  const random = seededRandom(n);
  const draws = Array.from({ length: 20_000 }, () => drawBinomial(random, n, probability));
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
  const expected = n * probability * (1 - probability);
  expect(Math.abs(mean - n * probability)).toBeLessThan(4 * Math.sqrt(expected / draws.length));
  expect(variance / expected).toBeGreaterThan(0.95);
  expect(variance / expected).toBeLessThan(1.05);
  expect(draws.every((draw) => Number.isInteger(draw) && draw >= 0 && draw <= n)).toBe(true);
});

test('certain and impossible, and counts that sum to n', () => {
  const random = seededRandom(1);
  expect([drawBinomial(random, 9, 0), drawBinomial(random, 9, 1), drawBinomial(random, 0, 0.5)]).toEqual([
    0, 9, 0,
  ]);
  const counts = drawMultinomial(random, 1000, [1, 0, 3, 6]);
  expect(counts.reduce((sum, value) => sum + value)).toBe(1000);
  expect(counts[1]).toBe(0);
  expect(drawMultinomial(seededRandom(8), 1000, [1, 2])).toEqual(
    drawMultinomial(seededRandom(8), 1000, [1, 2]),
  );
});
