import { type Maximum, maximise } from '#lib/rating/newton.ts';
import type { Observations } from '#lib/rating/observations.ts';
import { addCross, at } from '#lib/rating/symmetric-matrix.ts';

/**
 * A fitted model of paired comparisons. `parameters`: strengths theta first (natural log-odds, mean 0, in the
 * order of `observations.models`), then what the model adds (covariates, log nu).
 */
export type Fit = Maximum & {
  observations: Observations;
  /**
   * Writes the score of a single vote of this row (derivative of its log-likelihood): out[0] by theta_a (theta_b
   * gets the opposite), out[1...] by the added parameters.
   */
  score: (row: number, out: Float64Array) => void;
  /** Names of the parameters after theta. */
  extras: readonly string[];
};

/**
 * Maximum likelihood of P(a beats b) = sigma(theta_a - theta_b + gamma'z) (Bradley & Terry 1952; with covariates
 * as in Agresti 2002, section 10.6). A share of 0.5 enters as half a win each.
 *
 * @param observations at least two models, linked as findRankable demands.
 * @param options `penalty`: lambda of lambda/2 |gamma|² on the covariates alone, on the summed log-likelihood
 *   (default 0). `start`: parameters to begin with.
 * @throws NoFiniteMaximumError
 */
export function fitBradleyTerry(
  observations: Observations,
  options: { penalty?: number; start?: Float64Array } = {},
): Fit {
  const models = observations.models.length;
  const columns = observations.covariates?.columns ?? [];
  const size = models + columns.length;
  const { penalty = 0, start = new Float64Array(size) } = options;

  const rows = columns.length === 0 ? mergeRows(observations) : observations;
  const maximum = maximise((parameters) => likelihood(rows, columns, parameters, penalty), start, models);
  const { parameters } = maximum;
  return {
    ...maximum,
    observations,
    extras: observations.covariates?.names ?? [],
    score: (row, out) => {
      const residual = at(observations.share, row) - sigma(logit(observations, columns, parameters, row));
      out[0] = residual;
      for (let index = 0; index < columns.length; index++) {
        out[index + 1] = residual * at(columns[index] as Float64Array, row);
      }
    },
  };
}

/**
 * Neighbouring rows of the same pair as one with their mean share: the likelihood is linear in the shares, so only
 * the scores need them apart.
 */
function mergeRows({ models, a, b, share, weight }: Observations): Observations {
  const [firsts, others] = [new Int32Array(a.length), new Int32Array(a.length)];
  const [merged, won] = [new Float64Array(a.length), new Float64Array(a.length)];
  let group = -1;
  for (let row = 0; row < a.length; row++) {
    if (group < 0 || firsts[group] !== a[row] || others[group] !== b[row]) {
      group += 1;
      firsts[group] = at(a, row);
      others[group] = at(b, row);
    }
    merged[group] = at(merged, group) + at(weight, row);
    won[group] = at(won, group) + at(weight, row) * at(share, row);
  }
  const groups = group + 1;
  return {
    models,
    a: firsts.subarray(0, groups),
    b: others.subarray(0, groups),
    weight: merged.subarray(0, groups),
    share: won.subarray(0, groups).map((gain, index) => gain / at(merged, index)),
  };
}

export const sigma = (x: number) => 1 / (1 + Math.exp(-x));

function logit(
  observations: Observations,
  columns: readonly Float64Array[],
  parameters: Float64Array,
  row: number,
): number {
  let sum = at(parameters, at(observations.a, row)) - at(parameters, at(observations.b, row));
  const models = observations.models.length;
  for (let index = 0; index < columns.length; index++) {
    sum += at(parameters, models + index) * at(columns[index] as Float64Array, row);
  }
  return sum;
}

function likelihood(
  observations: Observations,
  columns: readonly Float64Array[],
  parameters: Float64Array,
  penalty: number,
) {
  const models = observations.models.length;
  const size = parameters.length;
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  const { a, b, share, weight } = observations;
  let value = 0;
  // Written out, without calls: a command fits once, and most of its time would be calls that are not yet compiled.
  for (let row = 0; row < a.length; row++) {
    const i = a[row] ?? 0;
    const j = b[row] ?? 0;
    const weighs = weight[row] ?? 0;
    const gain = share[row] ?? 0;
    const eta =
      columns.length === 0
        ? (parameters[i] ?? 0) - (parameters[j] ?? 0)
        : logit(observations, columns, parameters, row);
    const smaller = Math.exp(-Math.abs(eta));
    const probability = eta < 0 ? smaller / (1 + smaller) : 1 / (1 + smaller);
    // gain * log sigma(eta) + (1 - gain) * log sigma(-eta), without overflow.
    value += weighs * (gain * eta - Math.max(eta, 0) - Math.log1p(smaller));
    const residual = weighs * (gain - probability);
    const variance = weighs * probability * (1 - probability);
    gradient[i] = (gradient[i] ?? 0) + residual;
    gradient[j] = (gradient[j] ?? 0) - residual;
    information[i * size + i] = (information[i * size + i] ?? 0) + variance;
    information[j * size + j] = (information[j * size + j] ?? 0) + variance;
    information[i * size + j] = (information[i * size + j] ?? 0) - variance;
    information[j * size + i] = (information[j * size + i] ?? 0) - variance;
    if (columns.length > 0) addCovariates(observations, row, residual, variance, gradient, information);
  }
  for (let p = models; p < size; p++) {
    const gamma = at(parameters, p);
    value -= (penalty / 2) * gamma * gamma;
    gradient[p] = at(gradient, p) - penalty * gamma;
    information[p * size + p] = at(information, p * size + p) + penalty;
  }
  return { value, gradient, information };
}

/** A row's part in gradient and information by the covariates' parameters. */
function addCovariates(
  { models, a, b, covariates }: Observations,
  row: number,
  residual: number,
  variance: number,
  gradient: Float64Array,
  information: Float64Array,
): void {
  const columns = covariates?.columns ?? [];
  const size = gradient.length;
  for (let one = 0; one < columns.length; one++) {
    const p = models.length + one;
    const x = at(columns[one] as Float64Array, row);
    gradient[p] = at(gradient, p) + residual * x;
    addCross(information, size, at(a, row), p, variance * x);
    addCross(information, size, at(b, row), p, -variance * x);
    for (let other = 0; other < columns.length; other++) {
      const cell = p * size + models.length + other;
      information[cell] = at(information, cell) + variance * x * at(columns[other] as Float64Array, row);
    }
  }
}
