import { incompleteBeta } from '#lib/rating/incomplete-beta.ts';
import { normalProbability, twoSidedQuantile } from '#lib/rating/normal.ts';

/** P(T <= x) of Student's t; the standard normal for infinitely many degrees of freedom (above 0, not only whole). */
export function studentProbability(x: number, degrees: number): number {
  if (degrees === Number.POSITIVE_INFINITY) return normalProbability(x);
  const tail = incompleteBeta(degrees / (degrees + x * x), degrees / 2, 0.5) / 2;
  return x > 0 ? 1 - tail : tail;
}

/** The reach of a two-sided interval in standard errors: 1.959964 for 0.95 of the normal, 2.776445 for 4 degrees. */
export function criticalValue(confidence: number, degrees: number): number {
  if (degrees === Number.POSITIVE_INFINITY) return twoSidedQuantile(confidence);
  let low = 0;
  let high = 1;
  const isBelow = (x: number) => studentProbability(x, degrees) < (1 + confidence) / 2;
  while (isBelow(high)) high *= 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
