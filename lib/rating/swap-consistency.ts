import { wilsonInterval } from '#lib/rating/binomial-test.ts';

/** A judgement that was asked for again: `item` names rater, prompt and the two models, whatever their places. */
export type RepeatedVote = {
  item: string;
  /** Whether the model that comes first by name was shown first. */
  isFirstShownFirst: boolean;
  /** Whom the vote prefers, by name, not by place. */
  choice: 'first' | 'second' | 'neither';
};

export type SwapConsistency = {
  /** Two votes on the same, with the sides swapped, that say the same of the models. */
  agreeing: number;
  pairs: number;
  /** agreeing / pairs, 0 to 1; null without such a pair. */
  share: number | null;
  /** Wilson's 95 % interval of the share. */
  interval: [lower: number, upper: number];
};

/**
 * Does a rater prefer the same model when the sides are swapped? Every vote in one order is held against every vote
 * in the other (the consistency of Zheng et al. 2023, section 3.4, there of model judges).
 */
export function swapConsistency(votes: Iterable<RepeatedVote>): SwapConsistency {
  let agreeing = 0;
  let pairs = 0;
  for (const item of Map.groupBy(votes, (vote) => vote.item).values()) {
    const swapped = item.filter(({ isFirstShownFirst }) => !isFirstShownFirst);
    for (const { choice } of item.filter(({ isFirstShownFirst }) => isFirstShownFirst)) {
      pairs += swapped.length;
      agreeing += swapped.filter((other) => other.choice === choice).length;
    }
  }
  return {
    agreeing,
    pairs,
    share: pairs === 0 ? null : agreeing / pairs,
    interval: wilsonInterval(agreeing, pairs),
  };
}
