import { type Judgements, valuesGiven } from '#lib/rating/judgements.ts';

export type PercentAgreement = {
  agreeing: number;
  /** Pairs of raters on shared items. */
  pairs: number;
  /** agreeing / pairs, 0 to 1; null without a shared item. */
  share: number | null;
};

/**
 * How often two raters of the same item say the same, over all pairs of raters and items.
 * @param without a value to leave out first. With the tie left out this is MT-Bench's setup S2, without it S1
 *   (Zheng et al. 2023, section 4.1).
 */
export function percentAgreement<Value>(judgements: Judgements<Value>, without?: Value): PercentAgreement {
  let agreeing = 0;
  let pairs = 0;
  for (const item of judgements) {
    const values = valuesGiven(item).filter((value) => without === undefined || value !== without);
    for (const [index, value] of values.entries()) {
      for (const other of values.slice(index + 1)) {
        pairs += 1;
        if (value === other) agreeing += 1;
      }
    }
  }
  return { agreeing, pairs, share: pairs === 0 ? null : agreeing / pairs };
}
