import { bootstrapFit, percentileInterval, replicateCovariance } from '#lib/rating/bootstrap.ts';
import { type Fit, fitBradleyTerry } from '#lib/rating/bradley-terry.ts';
import { findRankable, type NotRankableReason } from '#lib/rating/existence.ts';
import { fitTieModel } from '#lib/rating/fit-tie-model.ts';
import type { IntervalKind } from '#lib/rating/interval-kind.ts';
import { NoFiniteMaximumError } from '#lib/rating/newton.ts';
import { type Observations, restrictObservations } from '#lib/rating/observations.ts';
import { degreesOf, findClusters, type RaterClusters } from '#lib/rating/rater-clusters.ts';
import { sandwichCovariance } from '#lib/rating/sandwich.ts';
import { criticalValue } from '#lib/rating/student.ts';
import { at } from '#lib/rating/symmetric-matrix.ts';
import { davidson, raoKupper, type TieModel } from '#lib/rating/tie-models.ts';
import { isModelled, type ModelledTies, type TiePolicy } from '#lib/rating/tie-policy.ts';

export type FitSettings = {
  ties: TiePolicy;
  interval: IntervalKind;
  /** Of the two-sided intervals, between 0 and 1. */
  confidence: number;
  /** Of the bootstrap. */
  replicates?: number;
  seed?: number;
  /** Lambda on the covariates, see fitBradleyTerry. */
  penalty?: number;
};

export const DEFAULT_REPLICATES = 500;
export const DEFAULT_PENALTY = 1;

export type BoardFit = {
  fit: Fit;
  /** How the uncertainty was found. `by-rater`: scores summed per rater first. */
  method: 'sandwich' | 'sandwich-by-rater' | 'bootstrap' | 'none';
  /** Behind `sandwich-by-rater`; null with every other method. */
  clusters: RaterClusters | null;
  /** Of all parameters of the fit; null without intervals. */
  covariance: Float64Array | null;
  /** Per parameter of the fit; null without intervals. */
  intervals: [lower: number, upper: number][] | null;
  /** Bootstrap resamples that had no finite fit. */
  withoutFit: number;
};

export type FittedBoard = { reasons: Map<string, NotRankableReason>; board: BoardFit | null };

const tieModels: Record<ModelledTies, TieModel> = { davidson, 'rao-kupper': raoKupper };

/**
 * Rates what can be rated, and gives the reason for every model that cannot.
 * @throws RangeError for modelled ties with covariates, which is not offered here.
 */
export function fitBoard(observations: Observations, settings: FitSettings): FittedBoard {
  if (isModelled(settings.ties) && observations.covariates) {
    throw new RangeError('style and position need ties as half wins, or dropped');
  }
  const { rated, reasons: byIndex } = findRankable(observations);
  const reasons = new Map([...byIndex].map(([model, reason]) => [observations.models[model] ?? '', reason]));
  if (rated.length === 0) return { reasons, board: null };
  const kept = restrictObservations(observations, rated);
  const { ties } = settings;
  const refit = (rows: Observations, start?: Float64Array) =>
    isModelled(ties)
      ? fitTieModel(rows, tieModels[ties], start)
      : fitBradleyTerry(rows, { penalty: settings.penalty ?? DEFAULT_PENALTY, ...(start && { start }) });
  try {
    return { reasons, board: withIntervals(refit(kept), refit, settings) };
  } catch (error) {
    if (!(error instanceof NoFiniteMaximumError)) throw error;
    for (const model of kept.models) reasons.set(model, 'no-finite-fit');
    return { reasons, board: null };
  }
}

function withIntervals(
  fit: Fit,
  refit: (rows: Observations, start: Float64Array) => Fit,
  settings: FitSettings,
): BoardFit {
  const { interval, confidence, replicates = DEFAULT_REPLICATES, seed = 1 } = settings;
  if (interval === 'none') {
    return { fit, method: 'none', clusters: null, covariance: null, intervals: null, withoutFit: 0 };
  }
  const size = fit.parameters.length;
  if (interval === 'bootstrap') {
    const drawn = bootstrapFit(fit, refit, { replicates, seed });
    if (drawn.replicates.length < 2) throw new NoFiniteMaximumError('no resample has a finite fit');
    return {
      fit,
      method: 'bootstrap',
      clusters: null,
      covariance: replicateCovariance(drawn.replicates, size),
      intervals: Array.from(fit.parameters, (_, p) => percentileInterval(drawn.replicates, p, confidence)),
      withoutFit: drawn.withoutFit,
    };
  }
  const clusters = findClusters(fit.observations);
  const covariance = sandwichCovariance(fit, { cluster: clusters !== null });
  const errors = criticalValue(confidence, degreesOf(clusters));
  const intervals = Array.from(fit.parameters, (value, p): [number, number] => {
    const reach = errors * Math.sqrt(at(covariance, p * size + p));
    return [value - reach, value + reach];
  });
  return {
    fit,
    method: clusters === null ? 'sandwich' : 'sandwich-by-rater',
    clusters,
    covariance,
    intervals,
    withoutFit: 0,
  };
}
