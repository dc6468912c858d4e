import { type BoardFit, type FitSettings, fitBoard } from '#lib/rating/board-fit.ts';
import { probabilityBetter, type Strengths, votesStillNeeded } from '#lib/rating/difference.ts';
import { boardDigest } from '#lib/rating/digest.ts';
import type { NotRankableReason } from '#lib/rating/existence.ts';
import { type Observations, observationsFromCounts } from '#lib/rating/observations.ts';
import { mergePairCounts, type PairCount } from '#lib/rating/pair-counts.ts';
import { boundRanks, plainRanks, rankIntervals } from '#lib/rating/ranks.ts';
import { degreesOf } from '#lib/rating/rater-clusters.ts';
import { type Anchor, POINTS, ratingOffset } from '#lib/rating/scale.ts';
import { at } from '#lib/rating/symmetric-matrix.ts';

export type BoardSettings = FitSettings & { anchor?: Anchor };

/** Wins, losses and ties are summed weights of all votes, whatever the tie policy; both-bad is among the ties. */
export type Tally = { wins: number; losses: number; ties: number; battles: number };

export type RankedRow = Tally & {
  id: string;
  status: 'ranked';
  rating: number;
  lower: number | null;
  upper: number | null;
  /** See boundRanks; without intervals the plain rank. */
  rank: number;
  rankLower: number | null;
  rankUpper: number | null;
  /** P(truly better than the row below), and votes on the two still needed to tell them apart at the confidence. */
  betterThanNext: number | null;
  votesToNext: number | null;
};

export type NotRankableRow = Tally & {
  id: string;
  status: 'not-rankable';
  reason: NotRankableReason;
  rating: null;
  lower: null;
  upper: null;
  rank: null;
  rankLower: null;
  rankUpper: null;
};

export type BoardRow = RankedRow | NotRankableRow;

export type Leaderboard = {
  settings: BoardSettings;
  method: BoardFit['method'];
  clusters: BoardFit['clusters'];
  /** Ranked rows by falling rating, then the others by name. */
  rows: BoardRow[];
  /** Estimates beside the strengths (log nu, style, position) on the natural log-odds scale. */
  extras: { name: string; value: number; lower: number | null; upper: number | null }[];
  /** Log-likelihood at the maximum; null when nothing could be rated. */
  logLikelihood: number | null;
  digest: string;
  /** For matrix and P(better): models in the order of theta and of the covariance; null when nothing is rated. */
  strengths: (Strengths & { models: readonly string[] }) | null;
};

/**
 * The whole board from counts.
 * @param source `counts` in any order; `observations`: rows with covariates of the same votes, when style or
 *   position is controlled for.
 * @throws RangeError when the anchor is not rated, or for modelled ties with covariates.
 */
export function leaderboard(
  source: { counts: Iterable<PairCount>; observations?: Observations },
  settings: BoardSettings,
): Leaderboard {
  const counts = mergePairCounts(source.counts);
  const observations = source.observations ?? observationsFromCounts(counts, settings.ties);
  const { reasons, board } = fitBoard(observations, settings);
  const records = recordsOf(counts);
  const ranked = board === null ? [] : rankedRows(board, records, counts, settings);
  const others = [...reasons.keys()].sort().map((id) => notRankable(id, reasons, records));
  return {
    settings,
    method: board?.method ?? 'none',
    clusters: board?.clusters ?? null,
    rows: [...ranked, ...others],
    extras: board === null ? [] : extrasOf(board),
    logLikelihood: board?.fit.value ?? null,
    digest: boardDigest(settings, counts, source.observations?.covariates?.columns),
    strengths: board === null ? null : strengthsOf(board),
  };
}

function recordsOf(counts: readonly PairCount[]): Map<string, Tally> {
  const records = new Map<string, Tally>();
  const add = (model: string, wins: number, losses: number, ties: number) => {
    const record = records.get(model) ?? { wins: 0, losses: 0, ties: 0, battles: 0 };
    record.wins += wins;
    record.losses += losses;
    record.ties += ties;
    record.battles += wins + losses + ties;
    records.set(model, record);
  };
  for (const { a, b, winsA, winsB, ties, bothBad } of counts) {
    add(a, winsA, winsB, ties + bothBad);
    add(b, winsB, winsA, ties + bothBad);
  }
  return records;
}

const noRecord: Tally = { wins: 0, losses: 0, ties: 0, battles: 0 };

function notRankable(
  id: string,
  reasons: ReadonlyMap<string, NotRankableReason>,
  records: ReadonlyMap<string, Tally>,
): NotRankableRow {
  const blank = { rating: null, lower: null, upper: null, rank: null, rankLower: null, rankUpper: null };
  const reason = reasons.get(id) ?? 'no-battles';
  return { id, status: 'not-rankable', reason, ...blank, ...(records.get(id) ?? noRecord) };
}

function strengthsOf({ fit, covariance, clusters }: BoardFit): Strengths & { models: readonly string[] } {
  const { models } = fit.observations;
  const size = fit.parameters.length;
  return {
    models,
    theta: fit.parameters.subarray(0, models.length),
    covariance: covariance ?? new Float64Array(size * size),
    size,
    degrees: degreesOf(clusters),
  };
}

function extrasOf({ fit, intervals }: BoardFit): Leaderboard['extras'] {
  return fit.extras.map((name, index) => {
    const place = fit.observations.models.length + index;
    const [lower, upper] = intervals?.[place] ?? [null, null];
    return { name, value: at(fit.parameters, place), lower, upper };
  });
}

function rankedRows(
  board: BoardFit,
  records: ReadonlyMap<string, Tally>,
  counts: readonly PairCount[],
  settings: BoardSettings,
): RankedRow[] {
  const strengths = strengthsOf(board);
  const { models, theta } = strengths;
  const { intervals, covariance } = board;
  const offset = ratingOffset(models, theta, settings.anchor);
  const points = (value: number | undefined) => (value === undefined ? null : offset + POINTS * value);
  const lower = models.map((_, model) => intervals?.[model]?.[0] ?? Number.NaN);
  const upper = models.map((_, model) => intervals?.[model]?.[1] ?? Number.NaN);
  const ranks = intervals === null ? plainRanks(theta) : boundRanks(lower, upper);
  const spans = covariance === null ? null : rankIntervals(strengths, settings.confidence);
  const order = [...models.keys()].sort((one, other) => at(theta, other) - at(theta, one));
  const between = gamesBetween(counts);
  return order.map((model, place) => {
    const id = models[model] ?? '';
    const next = order[place + 1];
    const nextId = models[next ?? -1] ?? '';
    const isComparable = next !== undefined && covariance !== null;
    const common = between.get(id)?.get(nextId) ?? 0;
    const votes = (records.get(id)?.battles ?? 0) + (records.get(nextId)?.battles ?? 0) - common;
    return {
      id,
      status: 'ranked',
      rating: offset + POINTS * at(theta, model),
      lower: points(intervals?.[model]?.[0]),
      upper: points(intervals?.[model]?.[1]),
      rank: at(ranks, model),
      rankLower: spans?.[model]?.[0] ?? null,
      rankUpper: spans?.[model]?.[1] ?? null,
      betterThanNext: isComparable ? probabilityBetter(strengths, model, next) : null,
      votesToNext: isComparable
        ? votesStillNeeded(strengths, { one: model, other: next, votes }, settings.confidence)
        : null,
      ...(records.get(id) ?? noRecord),
    };
  });
}

/** Summed weights per pair, over all raters, under either of its models. */
function gamesBetween(counts: readonly PairCount[]): Map<string, Map<string, number>> {
  const games = new Map<string, Map<string, number>>();
  const add = (one: string, other: string, weight: number) => {
    const own = games.get(one) ?? new Map<string, number>();
    games.set(one, own.set(other, (own.get(other) ?? 0) + weight));
  };
  for (const { a, b, winsA, winsB, ties, bothBad } of counts) {
    const weight = winsA + winsB + ties + bothBad;
    add(a, b, weight);
    add(b, a, weight);
  }
  return games;
}
