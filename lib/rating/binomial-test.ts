import { incompleteBeta } from '#lib/rating/incomplete-beta.ts';
import { twoSidedQuantile } from '#lib/rating/normal.ts';

/** Two-sided exact p-value of k successes in n trials against a chance of 1/2; 1 when n is 0. */
export function binomialTest(successes: number, trials: number): number {
  const fewer = Math.min(successes, trials - successes);
  if (2 * fewer >= trials) return 1;
  // P(X <= k) = I_{1/2}(n - k, k + 1).
  return Math.min(1, 2 * incompleteBeta(0.5, trials - fewer, fewer + 1));
}

/** Wilson's interval (1927) of a share; [0, 1] without trials. */
export function wilsonInterval(
  successes: number,
  trials: number,
  confidence = 0.95,
): [lower: number, upper: number] {
  if (trials === 0) return [0, 1];
  const z = twoSidedQuantile(confidence);
  const share = successes / trials;
  const scale = 1 + (z * z) / trials;
  const centre = (share + (z * z) / (2 * trials)) / scale;
  const reach = (z / scale) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  return [Math.max(0, centre - reach), Math.min(1, centre + reach)];
}
