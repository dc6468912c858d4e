import { type Strengths, strengthDifference } from '#lib/rating/difference.ts';
import { criticalValue } from '#lib/rating/student.ts';
import { at } from '#lib/rating/symmetric-matrix.ts';

/** 1 + the number of models that are rated higher. */
export function plainRanks(theta: ArrayLike<number>): number[] {
  const all = Array.from(theta);
  return all.map((own) => 1 + all.filter((other) => other > own).length);
}

/** 1 + the number of models whose lower bound lies above this model's upper bound (the arena custom). */
export function boundRanks(lower: ArrayLike<number>, upper: ArrayLike<number>): number[] {
  const floors = Array.from(lower);
  return Array.from(upper, (own) => 1 + floors.filter((other) => other > own).length);
}

/**
 * Best and worst rank that the data leave open for each model: models that are better (worse) at this confidence
 * by the interval of the difference, which knows their covariance, are surely above (below).
 */
export function rankIntervals(strengths: Strengths, confidence: number): [best: number, worst: number][] {
  const size = strengths.theta.length;
  const reach = criticalValue(confidence, strengths.degrees);
  const above = new Int32Array(size);
  const below = new Int32Array(size);
  for (let one = 0; one < size; one++) {
    for (let other = one + 1; other < size; other++) {
      const { value, standardError } = strengthDifference(strengths, one, other);
      if (Math.abs(value) <= reach * standardError) continue;
      const [better, worse] = value > 0 ? [one, other] : [other, one];
      above[worse] = at(above, worse) + 1;
      below[better] = at(below, better) + 1;
    }
  }
  return Array.from(above, (count, model) => [1 + count, size - at(below, model)]);
}
