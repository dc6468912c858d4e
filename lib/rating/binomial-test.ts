import { logGamma } from '#lib/rating/log-gamma.ts';
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

/** Regularised incomplete beta function, by its continued fraction (Lentz's method; DLMF 8.17.22). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x) - Math.log(a),
  );
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return front * fraction;
}
