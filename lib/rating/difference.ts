import { criticalValue, studentProbability } from '#lib/rating/student.ts';
import { at } from '#lib/rating/symmetric-matrix.ts';

/** Strengths of one board (natural log-odds) and their full covariance, row-major, `size` wide. */
export type Strengths = {
  theta: ArrayLike<number>;
  covariance: Float64Array;
  size: number;
  /** Of freedom, behind the covariance; infinitely many but for clusters. */
  degrees: number;
};

/** theta_one - theta_other and its standard error, covariance included. */
export function strengthDifference(
  { theta, covariance, size }: Omit<Strengths, 'degrees'>,
  one: number,
  other: number,
) {
  const variance =
    at(covariance, one * size + one) +
    at(covariance, other * size + other) -
    2 * at(covariance, one * size + other);
  return { value: at(theta, one) - at(theta, other), standardError: Math.sqrt(Math.max(0, variance)) };
}

/** P(one is truly better than other), from the normal approximation of their difference (Student's t for clusters). */
export function probabilityBetter(strengths: Strengths, one: number, other: number): number {
  const { value, standardError } = strengthDifference(strengths, one, other);
  if (standardError === 0) return value === 0 ? 0.5 : Number(value > 0);
  return studentProbability(value / standardError, strengths.degrees);
}

/**
 * An estimate of how many further votes on the two models, spread as so far, separate them at this confidence,
 * when the difference stays what it is: its variance falls with 1/n.
 * @param votes n, the votes about either of them so far.
 * @returns 0 when they are separated already, null when their strengths are equal.
 */
export function votesStillNeeded(
  strengths: Strengths,
  pair: { one: number; other: number; votes: number },
  confidence = 0.95,
): number | null {
  const { value, standardError } = strengthDifference(strengths, pair.one, pair.other);
  if (value === 0) return null;
  const ratio = (criticalValue(confidence, strengths.degrees) * standardError) / value;
  return Math.max(0, Math.ceil(pair.votes * (ratio * ratio - 1)));
}
