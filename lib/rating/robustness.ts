import { type Fit, fitBradleyTerry } from '#lib/rating/bradley-terry.ts';
import { findRankable } from '#lib/rating/existence.ts';
import type { Observations } from '#lib/rating/observations.ts';
import { at } from '#lib/rating/symmetric-matrix.ts';

export type TopChange = {
  leader: string;
  challenger: string;
  /** So many votes, decided the other way, put the challenger on top of the leader. */
  votes: number;
  /** Their share of all votes that count. */
  share: number;
};

/**
 * How many votes would have to be decided otherwise for another model to be on top.
 *
 * Method: greedy by influence. Turning the vote (i, j) moves theta_challenger - theta_leader by about
 * (H+ (e_c - e_l))_i - (...)_j per unit of score (one-step Newton; compare Broderick, Giordano & Meager 2020, and Huang
 * et al. 2025 on arena boards). The votes of most influence are turned in favour of the challenger, the rest of the
 * gap is estimated anew after each refit, and the smallest number along that order that an exact refit confirms is
 * returned. It is an upper bound: a cleverer choice could need a few votes less, and not more.
 *
 * @param observations as given to fitBradleyTerry, without covariates; votes are counted by weight.
 * @returns null when no challenger reaches the top even with all its votes turned, or with fewer than two models.
 */
export function findTopChange(observations: Observations, fit: Fit): TopChange | null {
  const { models } = observations;
  const theta = Array.from(fit.parameters.subarray(0, models.length));
  const order = [...theta.keys()].sort((one, other) => at(theta, other) - at(theta, one));
  const [leader, ...challengers] = order;
  if (leader === undefined) return null;
  const total = observations.weight.reduce((sum, weight) => sum + weight, 0);
  let best: TopChange | null = null;
  // The nearest in rating are not always the cheapest: a rarely seen model moves with fewer votes.
  const byCost = challengers
    .map((challenger) => ({ challenger, cost: firstGuess(observations, fit, { leader, challenger }) }))
    .sort((one, other) => one.cost - other.cost)
    .slice(0, 3);
  for (const { challenger } of byCost) {
    const votes = votesToTurn(observations, fit, { leader, challenger });
    if (votes === null || (best && best.votes <= votes)) continue;
    best = {
      leader: models[leader] ?? '',
      challenger: models[challenger] ?? '',
      votes,
      share: votes / total,
    };
  }
  return best;
}

type Duel = { leader: number; challenger: number };
/** Votes of one row, decided anew: `share` is what a gets of them now. */
type Turned = { row: number; votes: number; share: 0 | 1 };

/** d(theta_challenger - theta_leader) per unit of score that a gains, per row. */
function influences({ a, b }: Observations, fit: Fit, { leader, challenger }: Duel): Float64Array {
  const size = fit.parameters.length;
  const pull = (model: number) =>
    at(fit.inverse, model * size + challenger) - at(fit.inverse, model * size + leader);
  return Float64Array.from(a, (model, row) => pull(model) - pull(at(b, row)));
}

/** What one vote moves when it is turned in favour of the challenger. */
const gainOf = (influence: number, share: number) =>
  influence > 0 ? influence * (1 - share) : -influence * share;

function firstGuess(observations: Observations, fit: Fit, duel: Duel): number {
  const pulls = influences(observations, fit, duel);
  const gains = pulls.map((pull, row) => gainOf(pull, at(observations.share, row)));
  const most = gains.reduce((best, gain) => Math.max(best, gain), 0);
  return (at(fit.parameters, duel.leader) - at(fit.parameters, duel.challenger)) / most;
}

const MOST_ROUNDS = 60;

function votesToTurn(observations: Observations, original: Fit, duel: Duel): number | null {
  const left = Float64Array.from(observations.weight);
  const turned: Turned[] = [];
  let fit = original;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const gap = at(fit.parameters, duel.leader) - at(fit.parameters, duel.challenger);
    if (gap < 0) return smallest(observations, turned, duel, original.parameters);
    const taken = takeBest(observations, influences(observations, fit, duel), left, gap);
    if (taken.length === 0) return null;
    turned.push(...taken);
    const next = refit(observations, turned, fit.parameters);
    if (next === null) return null;
    fit = next;
  }
  return null;
}

/** Turns whole votes, best first, until the linear estimate closes the gap; at least one. */
function takeBest(
  observations: Observations,
  pulls: Float64Array,
  left: Float64Array,
  gap: number,
): Turned[] {
  const gains = pulls.map((pull, row) => gainOf(pull, at(observations.share, row)));
  const rows = [...gains.keys()].filter((row) => at(left, row) >= 1 && at(gains, row) > 1e-12);
  rows.sort((one, other) => at(gains, other) - at(gains, one));
  const taken: Turned[] = [];
  let rest = gap;
  for (const row of rows) {
    const votes = Math.min(Math.floor(at(left, row)), Math.floor(rest / at(gains, row)) + 1);
    left[row] = at(left, row) - votes;
    taken.push({ row, votes, share: at(pulls, row) > 0 ? 1 : 0 });
    rest -= votes * at(gains, row);
    if (rest < 0) break;
  }
  return taken;
}

/** The smallest number of votes along the order of turning after which an exact refit shows the change. */
function smallest(
  observations: Observations,
  turned: readonly Turned[],
  { leader, challenger }: Duel,
  start: Float64Array,
): number {
  let failing = 0;
  let working = turned.reduce((sum, { votes }) => sum + votes, 0);
  while (working - failing > 1) {
    const middle = Math.floor((failing + working) / 2);
    const fit = refit(observations, firstVotes(turned, middle), start);
    const isChanged = fit !== null && at(fit.parameters, challenger) > at(fit.parameters, leader);
    if (isChanged) working = middle;
    else failing = middle;
  }
  return working;
}

function firstVotes(turned: readonly Turned[], count: number): Turned[] {
  let rest = count;
  return turned.flatMap((part) => {
    const votes = Math.min(part.votes, rest);
    rest -= votes;
    return votes > 0 ? [{ ...part, votes }] : [];
  });
}

/** The exact fit with these votes turned; null when it does not exist. */
function refit(observations: Observations, turned: readonly Turned[], start: Float64Array): Fit | null {
  const kept = Float64Array.from(observations.weight);
  for (const { row, votes } of turned) kept[row] = at(kept, row) - votes;
  const rows = [
    ...[...kept.keys()].map((row) => ({ row, weight: at(kept, row), share: at(observations.share, row) })),
    ...turned.map(({ row, votes, share }) => ({ row, weight: votes, share })),
  ].filter(({ weight }) => weight > 0);
  const changed: Observations = {
    models: observations.models,
    a: Int32Array.from(rows, ({ row }) => at(observations.a, row)),
    b: Int32Array.from(rows, ({ row }) => at(observations.b, row)),
    share: Float64Array.from(rows, ({ share }) => share),
    weight: Float64Array.from(rows, (row) => row.weight),
  };
  const { rated } = findRankable(changed);
  return rated.length < observations.models.length ? null : fitBradleyTerry(changed, { start });
}
