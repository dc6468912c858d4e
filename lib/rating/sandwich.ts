import type { Fit } from '#lib/rating/bradley-terry.ts';
import { at, congruence } from '#lib/rating/symmetric-matrix.ts';

/**
 * Below this many raters, or two per model, the clustered estimate has too little rank to be believed (with one
 * rater it is exactly 0), and votes are taken as independent.
 */
const FEWEST_RATERS = 20;

export function isClusteringPossible(fit: Fit): boolean {
  const raters = new Set(fit.observations.rater).size;
  return raters >= FEWEST_RATERS && raters >= 2 * fit.observations.models.length;
}

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
  const where = new Int32Array(2 + fit.extras.length);
  const values = new Float64Array(where.length);
  for (let extra = 0; extra < fit.extras.length; extra++) where[2 + extra] = models + extra;
  for (let row = 0; row < observations.a.length; row++) {
    fit.score(row, score);
    where[0] = at(observations.a, row);
    where[1] = at(observations.b, row);
    values[0] = at(score, 0);
    values[1] = -at(score, 0);
    for (let extra = 0; extra < fit.extras.length; extra++) values[2 + extra] = at(score, 1 + extra);
    addOuter(meat, size, where, values, at(observations.square, row));
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
    addOuter(meat, size, Int32Array.from(sums.keys()), Float64Array.from(sums.values()), 1);
  }
  const correction = rows.size / (rows.size - 1);
  return meat.map((value) => value * correction);
}

function addOuter(
  into: Float64Array,
  size: number,
  where: Int32Array,
  values: Float64Array,
  weight: number,
): void {
  for (let i = 0; i < where.length; i++) {
    for (let j = 0; j < where.length; j++) {
      const cell = at(where, i) * size + at(where, j);
      into[cell] = at(into, cell) + weight * at(values, i) * at(values, j);
    }
  }
}
