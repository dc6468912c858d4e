/** One outcome's log-likelihood by the difference of strengths and by the model's own parameter, to second order. */
export type TieTerms = {
  value: number;
  byDifference: number;
  byParameter: number;
  /** Minus the second derivatives; for Davidson's model the same for every outcome. */
  information: { difference: number; cross: number; parameter: number };
};

/** A model in which ties have a probability of their own. */
export type TieModel = {
  /** Of its parameter, as boards name it. */
  parameter: string;
  start: number;
  /** @param share what a got: 1, 0.5 (tie) or 0. */
  terms: (difference: number, parameter: number, share: number) => TieTerms;
};

/** Davidson (1970): P(a) = p_a/D, P(tie) = nu sqrt(p_a p_b)/D, D = p_a + p_b + nu sqrt(p_a p_b), p = exp(theta). */
export function davidsonProbabilities(difference: number, nu: number) {
  // Divided by sqrt(p_a p_b): P(a) : P(tie) : P(b) = exp(d/2) : nu : exp(-d/2).
  const win = Math.exp(difference / 2);
  const loss = Math.exp(-difference / 2);
  const sum = win + nu + loss;
  return { win: win / sum, tie: nu / sum, loss: loss / sum };
}

export const davidson: TieModel = {
  parameter: 'log nu',
  start: 0,
  terms: (difference, logNu, share) => {
    const { win, tie, loss } = davidsonProbabilities(difference, Math.exp(logNu));
    const expected = win + tie / 2;
    return {
      value: Math.log(share === 1 ? win : share === 0 ? loss : tie),
      byDifference: share - expected,
      byParameter: Number(share === 0.5) - tie,
      // An exponential family: the information is the covariance of (share, isTie).
      information: {
        difference: win + tie / 4 - expected * expected,
        cross: tie * (0.5 - expected),
        parameter: tie * (1 - tie),
      },
    };
  },
};

/**
 * Rao & Kupper (1967): who is not ahead by a threshold ties. P(a) = p_a/(p_a + t p_b), P(b) = p_b/(t p_a + p_b), the
 * tie takes the rest, t > 1. With h = log t: P(a) = sigma(d - h), P(b) = sigma(-d - h),
 * P(tie) = (t² - 1) P(a) P(b). Log-concave in (d, h): a cumulative logit with thresholds -h and h (Burridge 1981).
 */
export const raoKupper: TieModel = {
  parameter: 'log threshold',
  start: 0.5,
  terms: (difference, threshold, share) => {
    const win = sigma(difference - threshold);
    const loss = sigma(-difference - threshold);
    // What a and b each add to the derivatives, where the outcome has their factor in it.
    const [ofWin, ofLoss] = [Number(share > 0), Number(share < 1)];
    const isTie = ofWin * ofLoss;
    const [byWin, byLoss] = [ofWin * (1 - win), ofLoss * (1 - loss)];
    const [spreadOfWin, spreadOfLoss] = [win * byWin, loss * byLoss];
    // log(t² - 1), which is not finite for t <= 1: no step of the fit ends there.
    const grown = Math.expm1(2 * threshold);
    const logGap = isTie === 0 ? 0 : Math.log(grown);
    return {
      value: ofWin * Math.log(win) + ofLoss * Math.log(loss) + logGap,
      byDifference: byWin - byLoss,
      byParameter: isTie * (2 + 2 / grown) - byWin - byLoss,
      information: {
        difference: spreadOfWin + spreadOfLoss,
        cross: spreadOfLoss - spreadOfWin,
        parameter: spreadOfWin + spreadOfLoss + isTie * (4 / grown) * (1 + 1 / grown),
      },
    };
  },
};

const sigma = (x: number) => 1 / (1 + Math.exp(-x));
