import type { Fit } from '#lib/rating/bradley-terry.ts';
import { addContrast, addCross, at, congruence } from '#lib/rating/symmetric-matrix.ts';

/**
 * Covariance of the parameters that does not believe the model's own variance: V = H+ G H+ (Huber 1967; White
 * 1982), H the information, G the summed outer products of the scores of single votes.
 *
 * @param cluster sum the scores of each rater before the outer product (Liang & Zeger 1986), for votes of one
 *   rater are not independent; scaled by C/(C-1). Needs `observations.rater`.
 */
export function sandwichCovariance(fit: Fit, { cluster }: { cluster: boolean }): Float64Array {
  const size = fit.parameters.length;
  const meat = cluster ? clusteredMeat(fit) : independentMeat(fit);
  return congruence(fit.inverse, meat, size);
}

function independentMeat(fit: Fit): Float64Array {
  const { observations } = fit;
  const models = observations.models.length;
  const size = fit.parameters.length;
  const meat = new Float64Array(size * size);
  const score = new Float64Array(1 + fit.extras.length);
  const { a, b } = observations;
  for (let row = 0; row < a.length; row++) {
    fit.score(row, score);
    const weight = at(observations.weight, row);
    const own = at(score, 0);
    addContrast(meat, size, at(a, row), at(b, row), weight * own * own);
    for (let one = 1; one < score.length; one++) {
      const extra = models + one - 1;
      addCross(meat, size, at(a, row), extra, weight * own * at(score, one));
      addCross(meat, size, at(b, row), extra, -weight * own * at(score, one));
      for (let other = 1; other < score.length; other++) {
        const cell = extra * size + models + other - 1;
        meat[cell] = at(meat, cell) + weight * at(score, one) * at(score, other);
      }
    }
  }
  return meat;
}

function clusteredMeat(fit: Fit): Float64Array {
  const { observations } = fit;
  const models = observations.models.length;
  const size = fit.parameters.length;
  const meat = new Float64Array(size * size);
  const score = new Float64Array(1 + fit.extras.length);
  const rows = Map.groupBy(observations.a.keys(), (row) => at(observations.rater ?? [], row));
  for (const own of rows.values()) {
    const sums = new Map<number, number>();
    const add = (parameter: number, amount: number) =>
      sums.set(parameter, (sums.get(parameter) ?? 0) + amount);
    for (const row of own) {
      fit.score(row, score);
      const weight = at(observations.weight, row);
      add(at(observations.a, row), weight * at(score, 0));
      add(at(observations.b, row), -weight * at(score, 0));
      for (let extra = 0; extra < fit.extras.length; extra++) {
        add(models + extra, weight * at(score, 1 + extra));
      }
    }
    addOuter(meat, size, [...sums]);
  }
  const correction = rows.size / (rows.size - 1);
  return meat.map((value) => value * correction);
}

/** Adds v v' for a vector of which only these places are not 0. */
function addOuter(into: Float64Array, size: number, vector: readonly (readonly [number, number])[]): void {
  for (const [i, one] of vector) {
    for (const [j, other] of vector) into[i * size + j] = at(into, i * size + j) + one * other;
  }
}
