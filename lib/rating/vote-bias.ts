import { binomialTest, wilsonInterval } from '#lib/rating/binomial-test.ts';

/** How often one of two sides wins, over decisive votes where the sides differ. */
export type Bias = {
  wins: number;
  votes: number;
  /** wins / votes; null without votes. */
  share: number | null;
  /** Wilson's 95 % interval of the share. */
  interval: [lower: number, upper: number];
  /** Exact two-sided binomial test against 1/2. */
  pValue: number;
};

export const biasOf = (wins: number, votes: number): Bias => ({
  wins,
  votes,
  share: votes === 0 ? null : wins / votes,
  interval: wilsonInterval(wins, votes),
  pValue: binomialTest(wins, votes),
});
