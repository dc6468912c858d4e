/** Standard normal density. */
const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/**
 * P(Z <= x) of the standard normal, to about 1e-15 absolute: the series of Marsaglia (2004, JSS 11(4)),
 * Phi(x) = 1/2 + phi(x) (x + x³/3 + x⁵/(3·5) + ...).
 */
export function normalProbability(x: number): number {
  if (x < -38) return 0;
  if (x > 9) return 1;
  if (x < -5) return lowerTail(-x);
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > 1e-17; odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 + density(x) * sum;
}

/** P(Z > x) for x >= 5, where the series would cancel: Laplace's continued fraction of the Mills ratio. */
function lowerTail(x: number): number {
  let fraction = x;
  for (let k = 60; k >= 1; k--) fraction = x + k / fraction;
  return density(x) / fraction;
}

/** x with P(Z <= x) = probability, 0 < probability < 1. */
export function normalQuantile(probability: number): number {
  if (probability > 0.5) return -normalQuantile(1 - probability);
  let low = -40;
  let high = 0;
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (normalProbability(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The z of a two-sided interval, 1.959964 for 0.95. */
export const twoSidedQuantile = (confidence: number) => normalQuantile((1 + confidence) / 2);
