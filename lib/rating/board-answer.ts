import type { BoardQuery } from '#lib/rating/board-schema.ts';
import type { BoardRow, Leaderboard } from '#lib/rating/leaderboard.ts';
import type { SwapConsistency } from '#lib/rating/swap-consistency.ts';
import type { TiePolicy } from '#lib/rating/tie-policy.ts';
import type { Bias } from '#lib/rating/vote-bias.ts';

/** An endpoint, or a card, under the name it has now. */
export type Contestant = { id: string; name: string; cardId: string | null };

export type BoardCounts = {
  /** Ballots that count under the filters. */
  ballots: number;
  /** Summed weights of their pairs: a ballot over K lanes weighs K - 1. */
  pairs: number;
  /** Ballots under the filters that do not count; one ballot can have several reasons. */
  excludedBallots: number;
  excluded: Record<string, number>;
};

/** What a filter can be set to, with the ballots that would be left. */
export type BoardOption = { value: string; ballots: number };
/** `GET /leaderboard/options`: those with most ballots first. */
export type BoardOptions = { languages: BoardOption[]; categories: BoardOption[] };

export type BoardSettings = { [Name in keyof Required<BoardQuery>]: BoardQuery[Name] | null };

/** `GET /leaderboard` */
export type Board = {
  settings: BoardSettings;
  counts: BoardCounts;
  method: Leaderboard['method'];
  clusters: Leaderboard['clusters'];
  rows: (BoardRow & Contestant)[];
  extras: Leaderboard['extras'];
  /** Style and position are read from single votes: set when only the newest ballots were. */
  sample: { ballots: number; of: number } | null;
  digest: string;
};

/** `GET /leaderboard/matrix`: square, rows and columns in the order of the board. */
export type BoardMatrix = {
  contestants: Contestant[];
  battles: number[][];
  /** Weight of the votes that the row won against the column. */
  wins: number[][];
  /** (wins + half the ties) / battles of the row against the column; null where they never met. */
  shares: (number | null)[][];
  /** P(row truly better than column); null where one of them is not ranked, or without intervals. */
  better: (number | null)[][];
  digest: string;
};

/** `GET /leaderboard/history`: the board as it stood at some moments, all votes up to then. */
export type BoardHistory = {
  contestants: Contestant[];
  points: {
    at: string;
    ratings: { id: string; rating: number; lower: number | null; upper: number | null }[];
  }[];
};

/** `GET /leaderboard/robustness` */
export type BoardRobustness = {
  /** How ties count in it. */
  ties: TiePolicy;
  /** So many votes, turned, put the challenger above the leader; null when no number of them would. */
  topChange: { leader: Contestant; challenger: Contestant; votes: number; share: number } | null;
};

/** `POST /leaderboard/screening` */
export type ScreeningAnswer = {
  /** Raters whose votes were tested. */
  raters: number;
  excludedRaters: number;
  /** Ballots that were excluded, or counted again, just now. */
  excluded: number;
  restored: number;
};

/** `GET /leaderboard/agreement` */
export type BoardAgreement = {
  raters: number;
  /** Pairs of answers that two raters or more judged. */
  sharedItems: number;
  percent: { agreeing: number; pairs: number; share: number | null };
  percentWithoutTies: { agreeing: number; pairs: number; share: number | null };
  /** Ordinal: a better, tie, b better. */
  alpha: number | null;
  /** Of the two raters when there are just two. */
  cohen: { kappa: number; lower: number; upper: number } | null;
  /** When every shared item has the same number of raters. */
  fleiss: number | null;
  position: Bias;
  length: Bias;
  /** The same rater, prompt and endpoints again with the sides swapped, among the newest ballots. */
  consistency: SwapConsistency;
  /** Raters with ballots that count, and those whom the anomaly test has excluded. */
  screening: { raters: number; excludedRaters: number };
  /** The newest decisive votes that position and length were read from. */
  sample: { votes: number; isAll: boolean };
};
