import { type Fit, fitBradleyTerry } from '#lib/rating/bradley-terry.ts';
import { maximise, NoFiniteMaximumError } from '#lib/rating/newton.ts';
import type { Observations } from '#lib/rating/observations.ts';
import { addContrast, addCross, at } from '#lib/rating/symmetric-matrix.ts';

/** Davidson (1970): P(a) = p_a/D, P(tie) = nu sqrt(p_a p_b)/D, D = p_a + p_b + nu sqrt(p_a p_b), p = exp(theta). */
export function davidsonProbabilities(difference: number, nu: number) {
  // Divided by sqrt(p_a p_b): P(a) : P(tie) : P(b) = exp(d/2) : nu : exp(-d/2).
  const win = Math.exp(difference / 2);
  const loss = Math.exp(-difference / 2);
  const sum = win + nu + loss;
  return { win: win / sum, tie: nu / sum, loss: loss / sum };
}

/**
 * Joint maximum likelihood of theta and log nu; a share of 0.5 is a tie. The parameter after theta is `log nu`.
 * Without a single tie the maximum lies on the border, nu = 0, where the model is Bradley-Terry: that fit is
 * returned, and `extras` is empty.
 * @param observations at least two models, linked as findRankable demands.
 * @throws NoFiniteMaximumError when ties explain the votes perfectly (nu would be infinite).
 */
export function fitDavidson(observations: Observations, start?: Float64Array): Fit {
  const models = observations.models.length;
  if (!observations.share.some((share) => share === 0.5)) return fitBradleyTerry(observations);
  if (isTieParameterUnbounded(observations)) throw new NoFiniteMaximumError('nu has no finite maximum');
  const maximum = maximise(
    (parameters) => likelihood(observations, parameters),
    start ?? new Float64Array(models + 1),
    models,
  );
  const { parameters } = maximum;
  return {
    ...maximum,
    observations,
    extras: ['log nu'],
    score: (row, out) => {
      const p = probabilities(observations, parameters, row);
      const share = at(observations.share, row);
      out[0] = share - p.win - p.tie / 2;
      out[1] = Number(share === 0.5) - p.tie;
    },
  };
}

function probabilities(observations: Observations, parameters: Float64Array, row: number) {
  const difference = at(parameters, at(observations.a, row)) - at(parameters, at(observations.b, row));
  return davidsonProbabilities(difference, Math.exp(at(parameters, observations.models.length)));
}

function likelihood(observations: Observations, parameters: Float64Array) {
  const models = observations.models.length;
  const size = models + 1;
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  const add = (values: Float64Array, index: number, amount: number) => {
    values[index] = at(values, index) + amount;
  };
  let value = 0;
  for (let row = 0; row < observations.a.length; row++) {
    const [a, b] = [at(observations.a, row), at(observations.b, row)];
    const weight = at(observations.weight, row);
    const share = at(observations.share, row);
    const { win, tie, loss } = probabilities(observations, parameters, row);
    value += weight * Math.log(share === 1 ? win : share === 0 ? loss : tie);
    const expected = win + tie / 2;
    add(gradient, a, weight * (share - expected));
    add(gradient, b, -weight * (share - expected));
    add(gradient, models, weight * (Number(share === 0.5) - tie));
    // An exponential family: the information is the covariance of (share, isTie).
    const strength = weight * (win + tie / 4 - expected * expected);
    const cross = weight * tie * (0.5 - expected);
    addContrast(information, size, a, b, strength);
    addCross(information, size, a, models, cross);
    addCross(information, size, b, models, -cross);
    add(information, models * size + models, weight * tie * (1 - tie));
  }
  return { value, gradient, information };
}

/**
 * nu runs away if and only if strengths exist with every winner ahead by at least 2 and every tied pair at most
 * 2 apart (the direction in which no vote becomes less likely). These are difference constraints: they can be met
 * if and only if their graph has no negative cycle (Bellman-Ford).
 */
function isTieParameterUnbounded(observations: Observations): boolean {
  const models = observations.models.length;
  const strength = new Float64Array(models);
  const relax = (from: number, to: number, atMost: number) => {
    const bound = at(strength, from) + atMost;
    if (bound >= at(strength, to)) return false;
    strength[to] = bound;
    return true;
  };
  for (let round = 0; round <= models; round++) {
    let hasChanged = false;
    for (let row = 0; row < observations.a.length; row++) {
      const [a, b, share] = [at(observations.a, row), at(observations.b, row), at(observations.share, row)];
      if (share === 0.5) hasChanged = relax(a, b, 2) || hasChanged;
      if (share === 0.5) hasChanged = relax(b, a, 2) || hasChanged;
      if (share === 1) hasChanged = relax(a, b, -2) || hasChanged;
      if (share === 0) hasChanged = relax(b, a, -2) || hasChanged;
    }
    if (!hasChanged) return true;
  }
  return false;
}
