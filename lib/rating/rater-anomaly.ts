/** A decisive vote on a pair, in the order of time. */
export type RaterVote = { rater: string; a: string; b: string; winner: 'a' | 'b' };

export type RaterVerdict = {
  /** Decisive votes of the rater that were looked at, at most 100. */
  votes: number;
  /** The largest product of 1/(2p) so far. */
  evidence: number;
  isFlagged: boolean;
};

const FEWEST_VOTES = 5;
const MOST_VOTES = 100;

/**
 * Which raters vote as nobody would who looks at the answers.
 *
 * For each vote, p_up and p_lo are the shares of the decisive outcomes of that pair so far (this vote included, so
 * that p is never 0) at or below, and at or above, the vote; p is the smaller. Under a rater like the others the vote
 * is exchangeable with the earlier ones, so 1/(2p) has an expectation of at most 1: with two possible outcomes of
 * shares q and 1 - q it is q/(2q) + (1 - q)/(2(1 - q)) = 1. The running product is a test martingale (Ville 1939), and
 * exceeds 1/alpha at any time with probability of at most alpha. Chiang et al. (2024), section 5.1, test the same
 * shares.
 *
 * @param votes of all raters; a rater's own earlier votes count as outcomes of the pair too.
 * @param alpha chance of flagging an honest rater.
 */
export function findAnomalousRaters(votes: Iterable<RaterVote>, alpha = 0.05): Map<string, RaterVerdict> {
  const outcomes = new Map<string, { first: number; second: number }>();
  const running = new Map<string, { votes: number; product: number; evidence: number; isFlagged: boolean }>();
  for (const { rater, a, b, winner } of votes) {
    const [key, hasFirstWon] =
      a < b ? [JSON.stringify([a, b]), winner === 'a'] : [JSON.stringify([b, a]), winner === 'b'];
    const pair = outcomes.get(key) ?? { first: 0, second: 0 };
    outcomes.set(key, pair);
    if (hasFirstWon) pair.first += 1;
    else pair.second += 1;
    const own = running.get(rater) ?? { votes: 0, product: 1, evidence: 0, isFlagged: false };
    running.set(rater, own);
    if (own.votes === MOST_VOTES) continue;
    const smallest = (hasFirstWon ? pair.first : pair.second) / (pair.first + pair.second);
    own.votes += 1;
    own.product /= 2 * smallest;
    own.evidence = Math.max(own.evidence, own.product);
    if (own.votes >= FEWEST_VOTES && own.product > 1 / alpha) own.isFlagged = true;
  }
  return new Map(
    [...running].map(([rater, { votes: seen, evidence, isFlagged }]) => [
      rater,
      { votes: seen, evidence, isFlagged },
    ]),
  );
}
