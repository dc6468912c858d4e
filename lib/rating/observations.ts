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
  /** Summed weights of the votes behind the row: as many independent games, in the estimate and in its variance. */
  weight: Float64Array;
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
  const names = new Set<string>();
  const raters = new Map<string, number>();
  for (const { a, b, rater } of counts) {
    names.add(a).add(b);
    if (rater !== undefined && !raters.has(rater)) raters.set(rater, raters.size);
  }
  const models = [...names].sort();
  const modelIndex = new Map(models.map((model, index) => [model, index]));
  const most = counts.length * usedOutcomes[policy].length;
  const [rowA, rowB, rowRater] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
  const [rowShare, rowWeight] = [new Float64Array(most), new Float64Array(most)];
  let rows = 0;
  for (const count of counts) {
    const a = modelIndex.get(count.a) ?? -1;
    const b = modelIndex.get(count.b) ?? -1;
    const rater = raters.get(count.rater ?? '') ?? -1;
    for (const [share, outcomes] of usedOutcomes[policy]) {
      let weight = 0;
      for (const outcome of outcomes) weight += count[outcome];
      if (weight === 0) continue;
      rowA[rows] = a;
      rowB[rows] = b;
      rowShare[rows] = share;
      rowRater[rows] = rater;
      rowWeight[rows] = weight;
      rows += 1;
    }
  }
  return {
    models,
    a: rowA.subarray(0, rows),
    b: rowB.subarray(0, rows),
    share: rowShare.subarray(0, rows),
    weight: rowWeight.subarray(0, rows),
    ...(raters.size > 0 && { rater: rowRater.subarray(0, rows) }),
  };
}

/** The rows among the models in `kept` (indices), renumbered in that order. */
export function restrictObservations(observations: Observations, kept: readonly number[]): Observations {
  if (kept.length === observations.models.length) return observations;
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
    ...(rater && { rater: pickInts(rater) }),
    ...(covariates && { covariates: { names: covariates.names, columns: covariates.columns.map(pick) } }),
  };
}
