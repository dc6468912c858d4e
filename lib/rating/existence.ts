import { strongComponents } from '#lib/rating/components.ts';
import type { Observations } from '#lib/rating/observations.ts';

/**
 * Why a model has no finite rating on this board:
 * - `no-battles`: no vote about it counts under the tie policy;
 * - `no-wins`, `no-losses`: it never beat or tied, or was never beaten or tied;
 * - `one-sided`: it (or its group) met the rated group, and every game went the same way;
 * - `not-connected`: no chain of games links it with the rated group;
 * - `no-finite-fit`: ties or covariates explain the votes perfectly, so some estimate would be infinite.
 */
export type NotRankableReason =
  | 'no-battles'
  | 'no-wins'
  | 'no-losses'
  | 'one-sided'
  | 'not-connected'
  | 'no-finite-fit';

export type Rankable = {
  /** Indices of the models that can be rated together, ascending; empty when no two can. */
  rated: number[];
  /** The reason for every other model, by index. */
  reasons: Map<number, NotRankableReason>;
};

/**
 * Who can be rated. The maximum of the Bradley-Terry likelihood is finite if and only if every model can be
 * reached from every other along "beat or tied" (Ford 1957; Zermelo 1929). The largest strongly connected
 * component is rated: most models, then most votes, then the first name.
 */
export function findRankable(observations: Observations): Rankable {
  const size = observations.models.length;
  const hasBeaten = new Uint8Array(size * size);
  const battles = new Float64Array(size);
  for (let row = 0; row < observations.a.length; row++) {
    const a = observations.a[row] as number;
    const b = observations.b[row] as number;
    const share = observations.share[row] as number;
    const weight = observations.weight[row] as number;
    if (share > 0) hasBeaten[a * size + b] = 1;
    if (share < 1) hasBeaten[b * size + a] = 1;
    battles[a] = (battles[a] as number) + weight;
    battles[b] = (battles[b] as number) + weight;
  }
  const beaten = observations.models.map((_, winner) => {
    const losers: number[] = [];
    const row = winner * size;
    for (let loser = hasBeaten.indexOf(1, row) - row; loser >= 0 && loser < size; ) {
      losers.push(loser);
      loser = hasBeaten.indexOf(1, row + loser + 1) - row;
    }
    return losers;
  });
  const component = strongComponents(beaten);
  const rated = largest(component, battles);
  const reasons = new Map<number, NotRankableReason>();
  const isRated = new Set(rated);
  if (rated.length === size) return { rated, reasons };
  const reached = linkedWith(rated, beaten);
  const losers = new Set(beaten.flat());
  for (let model = 0; model < size; model++) {
    if (isRated.has(model)) continue;
    if (battles[model] === 0) reasons.set(model, 'no-battles');
    else if (beaten[model]?.length === 0) reasons.set(model, 'no-wins');
    else if (!losers.has(model)) reasons.set(model, 'no-losses');
    else reasons.set(model, reached.has(model) ? 'one-sided' : 'not-connected');
  }
  return { rated, reasons };
}

function largest(component: readonly number[], battles: Float64Array): number[] {
  const groups = new Map<number, { members: number[]; battles: number }>();
  for (const [model, number] of component.entries()) {
    const group = groups.get(number) ?? { members: [], battles: 0 };
    group.members.push(model);
    group.battles += battles[model] ?? 0;
    groups.set(number, group);
  }
  const [best] = [...groups.values()].sort(
    (one, other) =>
      other.members.length - one.members.length ||
      other.battles - one.battles ||
      (one.members[0] ?? 0) - (other.members[0] ?? 0),
  );
  return best !== undefined && best.members.length > 1 ? best.members : [];
}

/** All models that a chain of games, whoever won them, links with `from`. */
function linkedWith(from: readonly number[], beaten: readonly (readonly number[])[]): Set<number> {
  const neighbours = beaten.map((models) => new Set(models));
  for (const [winner, losers] of beaten.entries()) {
    for (const loser of losers) neighbours[loser]?.add(winner);
  }
  const reached = new Set(from);
  const waiting = [...from];
  for (let model = waiting.pop(); model !== undefined; model = waiting.pop()) {
    for (const neighbour of neighbours[model] ?? []) {
      if (reached.has(neighbour)) continue;
      reached.add(neighbour);
      waiting.push(neighbour);
    }
  }
  return reached;
}
