import { logFactorial } from '#lib/rating/log-gamma.ts';
import type { Random } from '#lib/rating/random.ts';

/** Number of successes in n trials: inversion for small means, else rejection (BTRS, Hörmann 1993). Exact. */
export function drawBinomial(random: Random, n: number, probability: number): number {
  if (n <= 0 || probability <= 0) return 0;
  if (probability >= 1) return n;
  if (probability > 0.5) return n - drawBinomial(random, n, 1 - probability);
  return n * probability < 10 ? invert(random, n, probability) : reject(random, n, probability);
}

/** Draws as often as the counts say; the counts sum to n (conditional binomials). */
export function drawMultinomial(random: Random, n: number, weights: ArrayLike<number>): Float64Array {
  const counts = new Float64Array(weights.length);
  let restWeight = 0;
  for (let cell = 0; cell < weights.length; cell++) restWeight += weights[cell] as number;
  let rest = n;
  for (let cell = 0; cell < weights.length && rest > 0; cell++) {
    const weight = weights[cell] as number;
    const isLast = cell === weights.length - 1;
    counts[cell] = isLast ? rest : drawBinomial(random, rest, Math.min(1, weight / restWeight));
    rest -= counts[cell] as number;
    restWeight -= weight;
  }
  return counts;
}

function invert(random: Random, n: number, probability: number): number {
  const odds = probability / (1 - probability);
  for (;;) {
    let mass = Math.exp(n * Math.log1p(-probability));
    let left = random();
    for (let k = 0; k <= n && k < 200; k++) {
      if (left < mass) return k;
      left -= mass;
      mass *= (odds * (n - k)) / (k + 1);
    }
  }
}

function reject(random: Random, n: number, probability: number): number {
  const spread = Math.sqrt(n * probability * (1 - probability));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * probability;
  const c = n * probability + 0.5;
  const squeeze = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const logOdds = Math.log(probability / (1 - probability));
  const mode = Math.floor((n + 1) * probability);
  const atMode = logFactorial(mode) + logFactorial(n - mode);
  for (;;) {
    const u = random() - 0.5;
    let v = random();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + c);
    if (k < 0 || k > n) continue;
    if (us >= 0.07 && v <= squeeze) return k;
    v = Math.log((v * alpha) / (a / (us * us) + b));
    if (v <= atMode - logFactorial(k) - logFactorial(n - k) + (k - mode) * logOdds) return k;
  }
}
