import type { PairCount } from '#lib/rating/pair-counts.ts';
import { type TiePolicy, usedOutcomes } from '#lib/rating/tie-policy.ts';

/**
 * What a fit reads: rows of equal columns. A row stands for many votes that are alike, or for one vote with its
 * covariates.
 */
export type Observations = {
  /** Names; rows speak of them by index. */
  models: readonly string[];
  a: Int32Array;
  b: Int32Array;
  /** What a got of the game: 1, 0.5 (tie) or 0. */
  share: Float64Array;
  /** Summed weights of the votes behind the row. */
  weight: Float64Array;
  /** Summed squares of these weights: the row's part in the variance. */
  square: Float64Array;
  /** Who judged, by index; absent when unknown. */
  rater?: Int32Array;
  /** Columns of the covariates, each a difference "a minus b" per row. */
  covariates?: { names: readonly string[]; columns: readonly Float64Array[] };
};

/**
 * The rows of canonical counts (see mergePairCounts) under a tie policy; at most three per pair and rater.
 * Every model that occurs is named, even when the policy leaves it without rows.
 */
export function observationsFromCounts(counts: readonly PairCount[], policy: TiePolicy): Observations {
  const models = [...new Set(counts.flatMap(({ a, b }) => [a, b]))].sort();
  const modelIndex = new Map(models.map((model, index) => [model, index]));
  const raters = [...new Set(counts.map(({ rater }) => rater).filter((rater) => rater !== undefined))];
  const raterIndex = new Map(raters.map((rater, index) => [rater, index]));
  const rows: number[][] = [];
  for (const count of counts) {
    for (const [share, outcomes] of usedOutcomes[policy]) {
      let weight = 0;
      let square = 0;
      for (const outcome of outcomes) {
        weight += count[outcome];
        square += count.squares?.[outcome] ?? count[outcome];
      }
      if (weight === 0) continue;
      const [a, b] = [modelIndex.get(count.a) ?? -1, modelIndex.get(count.b) ?? -1];
      rows.push([a, b, share, weight, square, raterIndex.get(count.rater ?? '') ?? -1]);
    }
  }
  const column = (index: number) => rows.map((row) => row[index] ?? 0);
  const observations: Observations = {
    models,
    a: Int32Array.from(column(0)),
    b: Int32Array.from(column(1)),
    share: Float64Array.from(column(2)),
    weight: Float64Array.from(column(3)),
    square: Float64Array.from(column(4)),
  };
  const isJudgeKnown = rows.length > 0 && rows.every((row) => row[5] !== -1);
  return isJudgeKnown ? { ...observations, rater: Int32Array.from(column(5)) } : observations;
}

/** The rows among the models in `kept` (indices), renumbered in that order. */
export function restrictObservations(observations: Observations, kept: readonly number[]): Observations {
  const renumbered = new Map(kept.map((model, index) => [model, index]));
  const isKept = (row: number) =>
    renumbered.has(observations.a[row] ?? -1) && renumbered.has(observations.b[row] ?? -1);
  const rows = [...observations.a.keys()].filter(isKept);
  const pickInts = (column: Int32Array) => Int32Array.from(rows, (row) => column[row] ?? -1);
  const pick = (column: Float64Array) => Float64Array.from(rows, (row) => column[row] ?? 0);
  const { rater, covariates } = observations;
  return {
    models: kept.map((model) => observations.models[model] ?? ''),
    a: pickInts(observations.a).map((model) => renumbered.get(model) ?? -1),
    b: pickInts(observations.b).map((model) => renumbered.get(model) ?? -1),
    share: pick(observations.share),
    weight: pick(observations.weight),
    square: pick(observations.square),
    ...(rater && { rater: pickInts(rater) }),
    ...(covariates && { covariates: { names: covariates.names, columns: covariates.columns.map(pick) } }),
  };
}
