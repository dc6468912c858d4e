import { type Contestants, listContestants } from '#db/queries/board-contestants.ts';
import { countExcluded, isByRater, readCounts, type StoredCounts } from '#db/queries/board-counts.ts';
import { listVotes, newestLimit } from '#db/queries/board-votes.ts';
import { AppError } from '#lib/errors.ts';
import type { RaterId } from '#lib/rater.ts';
import type { Board, BoardSettings } from '#lib/rating/board-answer.ts';
import type { BoardFilter, BoardQuery } from '#lib/rating/board-schema.ts';
import { contextualObservations } from '#lib/rating/contextual-observations.ts';
import { type Leaderboard, leaderboard } from '#lib/rating/leaderboard.ts';
import type { Observations } from '#lib/rating/observations.ts';
import { type PairCount, snapWeight } from '#lib/rating/pair-counts.ts';
import { positionObservations } from '#lib/rating/position-observations.ts';
import { isModelled } from '#lib/rating/tie-policy.ts';

export type FittedBoard = {
  contestants: Contestants;
  counts: PairCount[];
  /** Ballots that count. */
  ballots: number;
  board: Leaderboard;
  /** Votes behind style and position when not all could be read. */
  sampled: number | null;
};

/** The whole board under the query; `me` as a rater is the one who asks. */
export async function getBoard(raterId: RaterId, query: BoardQuery): Promise<Board> {
  const filter = filterOf(raterId, query);
  const [fitted, excluded] = await Promise.all([fitStoredBoard(raterId, query), countExcluded(filter)]);
  const { contestants, counts, ballots, board, sampled } = fitted;
  const listed = new Set(board.rows.map(({ id }) => id));
  const unseen = [...contestants.enabled].filter((id) => !listed.has(id)).sort();
  return {
    settings: settingsOf(query),
    counts: { ballots, pairs: weightOf(counts), ...excluded },
    method: board.method,
    clusters: board.clusters,
    rows: [...board.rows, ...unseen.map(withoutBattles)].map((row) => ({
      ...row,
      ...contestants.describe(row.id),
    })),
    extras: board.extras,
    sample: sampled === null ? null : { ballots: sampled, of: ballots },
    digest: board.digest,
  };
}

/** @throws AppError `invalid-request` for an anchor that is not on this board. */
export async function fitStoredBoard(raterId: RaterId, query: BoardQuery): Promise<FittedBoard> {
  const filter = filterOf(raterId, query);
  const [contestants, { counts, ballots }] = await Promise.all([
    listContestants(query.by),
    readCounts(filter, query.by, query.position ? 'kept' : 'merged'),
  ]);
  const { observations, sampled } = await readObservations(query, filter, { counts, ballots });
  const { ties, interval, confidence, anchor, anchorRating = 1000 } = query;
  try {
    const board = leaderboard(
      { counts, ...(observations && { observations }) },
      {
        ties,
        interval,
        confidence,
        ...(anchor !== undefined && { anchor: { model: anchor, rating: anchorRating } }),
      },
    );
    return { contestants, counts, ballots, board, sampled };
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    const details = [{ path: 'anchor', message: 'is not ranked on this board' }];
    throw new AppError('invalid-request', cause.message, { cause, details });
  }
}

async function readObservations(
  query: BoardQuery,
  filter: BoardFilter,
  { counts, ballots }: StoredCounts,
): Promise<{ observations: Observations | null; sampled: number | null }> {
  const { ties, style, position } = query;
  if (isModelled(ties) || !(style || position)) return { observations: null, sampled: null };
  if (!style) return { observations: positionObservations(counts, ties), sampled: null };
  const votes = await listVotes(filter, { by: query.by, byRater: await isByRater(filter) });
  const read = new Set(votes.map(({ ballotId }) => ballotId)).size;
  const sampled = ballots <= newestLimit ? null : read;
  return { observations: contextualObservations(votes, ties, { style, position }), sampled };
}

export function filterOf(raterId: RaterId, query: BoardQuery): BoardFilter {
  const { mode, language, category, from, to, rater } = query;
  return { mode, language, category, from, to, rater: rater === 'me' ? raterId : rater };
}

function settingsOf(query: BoardQuery): BoardSettings {
  const none = { mode: null, language: null, category: null, from: null, to: null, rater: null };
  return { ...none, anchor: null, anchorRating: null, ...query };
}

function withoutBattles(id: string): Leaderboard['rows'][number] {
  const tally = { wins: 0, losses: 0, ties: 0, battles: 0 };
  const blank = { rating: null, lower: null, upper: null, rank: null, rankLower: null, rankUpper: null };
  return { id, status: 'not-rankable', reason: 'no-battles', ...blank, ...tally };
}

function weightOf(counts: readonly PairCount[]): number {
  let weight = 0;
  for (const { winsA, winsB, ties, bothBad } of counts) weight += winsA + winsB + ties + bothBad;
  return snapWeight(weight);
}
