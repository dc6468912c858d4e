import { drawMultinomial } from '#lib/rating/binomial-draw.ts';
import type { Fit } from '#lib/rating/bradley-terry.ts';
import { findRankable } from '#lib/rating/existence.ts';
import { NoFiniteMaximumError } from '#lib/rating/newton.ts';
import type { Observations } from '#lib/rating/observations.ts';
import { seededRandom } from '#lib/rating/random.ts';
import { at } from '#lib/rating/symmetric-matrix.ts';

export type Bootstrap = {
  /** One array of parameters per resample that has a finite fit. */
  replicates: Float64Array[];
  /** Resamples without a finite fit, left out: when many, the intervals are too narrow to be believed. */
  withoutFit: number;
};

/**
 * Efron's bootstrap (1979) over counts: each resample redraws all votes (multinomial) and is fitted anew, from
 * the full fit on. As many votes are redrawn as all weigh together: a ballot over K lanes is K - 1 of them.
 * @param refit the same fit as the original, on other weights.
 * @param seed the same seed gives the same replicates.
 */
export function bootstrapFit(
  fit: Fit,
  refit: (observations: Observations, start: Float64Array) => Fit,
  { replicates: wanted, seed }: { replicates: number; seed: number },
): Bootstrap {
  const { observations } = fit;
  const random = seededRandom(seed);
  const total = observations.weight.reduce((sum, weight) => sum + weight, 0);
  const votes = Math.round(total);
  const replicates: Float64Array[] = [];
  let withoutFit = 0;
  for (let index = 0; index < wanted; index++) {
    const drawn = drawMultinomial(random, votes, observations.weight);
    const resample = withWeights(observations, drawn, total / votes);
    if (findRankable(resample).rated.length < observations.models.length) {
      withoutFit += 1;
      continue;
    }
    try {
      const { parameters } = refit(resample, fit.parameters);
      if (parameters.length === fit.parameters.length) replicates.push(parameters);
      else withoutFit += 1;
    } catch (error) {
      if (!(error instanceof NoFiniteMaximumError)) throw error;
      withoutFit += 1;
    }
  }
  return { replicates, withoutFit };
}

function withWeights(observations: Observations, drawn: Float64Array, unit: number): Observations {
  const rows = [...drawn.keys()].filter((row) => at(drawn, row) > 0);
  const pickInts = (column: Int32Array) => Int32Array.from(rows, (row) => at(column, row));
  const pick = (column: Float64Array) => Float64Array.from(rows, (row) => at(column, row));
  const { models, covariates } = observations;
  return {
    models,
    a: pickInts(observations.a),
    b: pickInts(observations.b),
    share: pick(observations.share),
    weight: pick(drawn).map((count) => count * unit),
    ...(covariates && { covariates: { names: covariates.names, columns: covariates.columns.map(pick) } }),
  };
}

/** Sample covariance of the replicates, row-major. */
export function replicateCovariance(replicates: readonly Float64Array[], size: number): Float64Array {
  const mean = new Float64Array(size);
  for (const replicate of replicates) {
    for (let p = 0; p < size; p++) mean[p] = at(mean, p) + at(replicate, p) / replicates.length;
  }
  const covariance = new Float64Array(size * size);
  for (const replicate of replicates) {
    for (let p = 0; p < size; p++) {
      const deviation = (at(replicate, p) - at(mean, p)) / (replicates.length - 1);
      for (let q = 0; q < size; q++) {
        const cell = p * size + q;
        covariance[cell] = at(covariance, cell) + deviation * (at(replicate, q) - at(mean, q));
      }
    }
  }
  return covariance;
}

/** The central interval of one parameter over the replicates (percentile method, linear between order statistics). */
export function percentileInterval(
  replicates: readonly Float64Array[],
  parameter: number,
  confidence: number,
): [lower: number, upper: number] {
  const sorted = Float64Array.from(replicates, (replicate) => at(replicate, parameter)).sort();
  const quantile = (share: number) => {
    const place = share * (sorted.length - 1);
    const below = Math.floor(place);
    const above = Math.min(below + 1, sorted.length - 1);
    return at(sorted, below) + (place - below) * (at(sorted, above) - at(sorted, below));
  };
  return [quantile((1 - confidence) / 2), quantile((1 + confidence) / 2)];
}
