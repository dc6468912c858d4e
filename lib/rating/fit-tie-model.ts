import { type Fit, fitBradleyTerry } from '#lib/rating/bradley-terry.ts';
import { maximise, NoFiniteMaximumError } from '#lib/rating/newton.ts';
import type { Observations } from '#lib/rating/observations.ts';
import { addContrast, addCross, at } from '#lib/rating/symmetric-matrix.ts';
import type { TieModel, TieTerms } from '#lib/rating/tie-models.ts';

/**
 * Joint maximum likelihood of theta and of the tie model's parameter, which comes after theta; a share of 0.5 is a tie.
 * Without a single tie the maximum lies on the border, where the model is Bradley-Terry: that fit is returned, and
 * `extras` is empty.
 * @param observations at least two models, linked as findRankable demands.
 * @throws NoFiniteMaximumError when ties explain the votes perfectly (the parameter would be infinite).
 */
export function fitTieModel(observations: Observations, model: TieModel, start?: Float64Array): Fit {
  const models = observations.models.length;
  if (!observations.share.some((share) => share === 0.5)) return fitBradleyTerry(observations);
  if (isTieParameterUnbounded(observations)) {
    throw new NoFiniteMaximumError(`${model.parameter} has no finite maximum`);
  }
  const usualStart = new Float64Array(models + 1);
  usualStart[models] = model.start;
  const maximum = maximise(
    (parameters) => likelihood(observations, model, parameters),
    start ?? usualStart,
    models,
  );
  return {
    ...maximum,
    observations,
    extras: [model.parameter],
    score: (row, out) => {
      const terms = termsOf(observations, model, maximum.parameters, row);
      out[0] = terms.byDifference;
      out[1] = terms.byParameter;
    },
  };
}

function termsOf(
  { models, a, b, share }: Observations,
  model: TieModel,
  parameters: Float64Array,
  row: number,
): TieTerms {
  const difference = at(parameters, at(a, row)) - at(parameters, at(b, row));
  return model.terms(difference, at(parameters, models.length), at(share, row));
}

function likelihood(observations: Observations, model: TieModel, parameters: Float64Array) {
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
    const terms = termsOf(observations, model, parameters, row);
    value += weight * terms.value;
    add(gradient, a, weight * terms.byDifference);
    add(gradient, b, -weight * terms.byDifference);
    add(gradient, models, weight * terms.byParameter);
    addContrast(information, size, a, b, weight * terms.information.difference);
    addCross(information, size, a, models, weight * terms.information.cross);
    addCross(information, size, b, models, -weight * terms.information.cross);
    add(information, models * size + models, weight * terms.information.parameter);
  }
  return { value, gradient, information };
}

/**
 * The parameter runs away if and only if strengths exist with every winner ahead by at least 1 and every tied pair at
 * most 1 apart: in that direction (for Davidson with log nu by half of it) no vote becomes less likely. These are
 * difference constraints: they can be met if and only if their graph has no negative cycle (Bellman-Ford).
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
      if (share === 0.5) hasChanged = relax(a, b, 1) || hasChanged;
      if (share === 0.5) hasChanged = relax(b, a, 1) || hasChanged;
      if (share === 1) hasChanged = relax(a, b, -1) || hasChanged;
      if (share === 0) hasChanged = relax(b, a, -1) || hasChanged;
    }
    if (!hasChanged) return true;
  }
  return false;
}
