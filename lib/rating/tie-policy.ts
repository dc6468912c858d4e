import type { PairOutcome } from '#lib/rating/pair-counts.ts';

/**
 * - `half`: a tie and a both-bad are half a win each (the arena custom, the default);
 * - `half-no-both-bad`: a tie is half a win each, both-bad is left out;
 * - `drop`: only decisive outcomes count;
 * - `davidson`, `rao-kupper`: ties have a probability of their own (lib/rating/tie-models.ts); both-bad is left out.
 *
 * The choice moves real boards by more than 100 points, so every result names it.
 */
export const tiePolicies = ['half', 'half-no-both-bad', 'drop', 'davidson', 'rao-kupper'] as const;
export type TiePolicy = (typeof tiePolicies)[number];

export const modelledTies = ['davidson', 'rao-kupper'] as const satisfies TiePolicy[];
export type ModelledTies = (typeof modelledTies)[number];

/** Such models are not offered with style or position, and cannot have single votes turned to one side. */
export const isModelled = (ties: TiePolicy): ties is ModelledTies => modelledTies.some((one) => one === ties);

const decisive: [share: number, outcomes: readonly PairOutcome[]][] = [
  [1, ['winsA']],
  [0, ['winsB']],
];

/** Per policy: what the first model got of the game, and the outcomes that give it that. */
export const usedOutcomes: Record<TiePolicy, readonly [share: number, outcomes: readonly PairOutcome[]][]> = {
  half: [...decisive, [0.5, ['ties', 'bothBad']]],
  'half-no-both-bad': [...decisive, [0.5, ['ties']]],
  drop: decisive,
  davidson: [...decisive, [0.5, ['ties']]],
  'rao-kupper': [...decisive, [0.5, ['ties']]],
};
