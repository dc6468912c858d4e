import {
  addToBlock,
  at,
  cholesky,
  inverseFromCholesky,
  SingularMatrixError,
  solveCholesky,
} from '#lib/rating/symmetric-matrix.ts';

/** A concave log-likelihood at one point; `information` is minus its Hessian, row-major. */
export type Likelihood = { value: number; gradient: Float64Array; information: Float64Array };

export type Maximum = {
  parameters: Float64Array;
  /** Pseudo-inverse of the information on the space where the first `models` parameters have mean 0. */
  inverse: Float64Array;
  value: number;
  iterations: number;
};

/** The likelihood has no finite maximum: some parameter wants to be infinite. */
export class NoFiniteMaximumError extends Error {
  override readonly name = 'NoFiniteMaximumError';
}

const STEP = 1e-10;
const MOST_ITERATIONS = 100;
/** On the natural log-odds scale; a real strength of 50 means one loss in 5e21 games. */
const BEYOND_REASON = 50;

/**
 * Newton's method with step halving, to |step| < 1e-10 in every parameter.
 *
 * The first `models` parameters are strengths, of which the likelihood sees differences only: adding c vv' with
 * v = 1/sqrt(models) fixes their mean at 0 and changes nothing on the mean-zero space (it is not a ridge), and
 * (H + c vv')^-1 = H+ + vv'/c gives the pseudo-inverse exactly.
 *
 * @throws NoFiniteMaximumError when the parameters run away or the information is singular.
 */
export function maximise(
  likelihood: (parameters: Float64Array) => Likelihood,
  start: Float64Array,
  models: number,
): Maximum {
  let parameters = start;
  let here = likelihood(parameters);
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
    const { factor, shift } = factorise(here.information, start.length, models);
    const step = solveCholesky(factor, here.gradient);
    if (step.every((value) => Math.abs(value) < STEP)) {
      // So small a step leaves the value and the information what they are.
      const inverse = inverseFromCholesky(factor, start.length);
      addToBlock(inverse, start.length, models, -1 / (shift * models));
      return {
        parameters: moved(parameters, step, 1, models),
        inverse,
        value: here.value,
        iterations: iteration,
      };
    }
    let length = 1;
    let next = moved(parameters, step, length, models);
    let there = likelihood(next);
    const slack = 1e-12 * Math.abs(here.value);
    while (!(there.value >= here.value - slack) && length > 1e-6) {
      length /= 2;
      next = moved(parameters, step, length, models);
      there = likelihood(next);
    }
    parameters = next;
    here = there;
    if (parameters.some((value) => !(Math.abs(value) < BEYOND_REASON))) break;
  }
  throw new NoFiniteMaximumError('the likelihood has no finite maximum');
}

function factorise(information: Float64Array, size: number, models: number) {
  let trace = 0;
  for (let row = 0; row < models; row++) trace += at(information, row * size + row);
  const shift = trace / models;
  addToBlock(information, size, models, shift / models);
  try {
    return { factor: cholesky(information, size), shift };
  } catch (error) {
    if (!(error instanceof SingularMatrixError)) throw error;
    throw new NoFiniteMaximumError('the likelihood is flat in some direction', { cause: error });
  }
}

function moved(from: Float64Array, step: Float64Array, length: number, models: number): Float64Array {
  const to = from.map((value, index) => value + length * at(step, index));
  let mean = 0;
  for (let index = 0; index < models; index++) mean += at(to, index) / models;
  for (let index = 0; index < models; index++) to[index] = at(to, index) - mean;
  return to;
}
