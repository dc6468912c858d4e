import type { Verdict } from '#lib/preferences/ranking-draft.ts';

/** One lane can only be rated, two are judged with one key, more are ranked. */
export type JudgeKind = 'rate' | 'pair' | 'rank';

export type JudgeCommand =
  | { kind: 'verdict'; verdict: Verdict }
  | { kind: 'pick'; laneId: string }
  | { kind: 'tie-next' }
  | { kind: 'undo' }
  | { kind: 'all-bad' }
  | { kind: 'save' }
  | { kind: 'thumb'; thumb: 'up' | 'down' };

export type KeyedLane = { laneId: string; isRankable: boolean };

export function judgeKind(lanes: readonly KeyedLane[]): JudgeKind {
  const rankable = lanes.filter((lane) => lane.isRankable).length;
  if (rankable < 2) return 'rate';
  return lanes.length === 2 ? 'pair' : 'rank';
}

const pairCommands: ReadonlyMap<string, JudgeCommand> = new Map([
  ['1', { kind: 'verdict', verdict: 'first' }],
  ['2', { kind: 'verdict', verdict: 'second' }],
  ['=', { kind: 'verdict', verdict: 'tie' }],
  ['0', { kind: 'verdict', verdict: 'both-bad' }],
]);

const thumbCommands: ReadonlyMap<string, JudgeCommand> = new Map([
  ['1', { kind: 'thumb', thumb: 'up' }],
  ['0', { kind: 'thumb', thumb: 'down' }],
]);

/** What each key means to the judge bar. Keys are named as KeyboardEvent.key, in small letters. */
export function commandsByKey(lanes: readonly KeyedLane[]): ReadonlyMap<string, JudgeCommand> {
  const kind = judgeKind(lanes);
  if (kind === 'pair') return pairCommands;
  if (kind === 'rate') return lanes.length === 1 ? thumbCommands : new Map();
  const picks = lanes.flatMap(({ laneId, isRankable }, index): [string, JudgeCommand][] =>
    isRankable ? [[`${index + 1}`, { kind: 'pick', laneId }]] : [],
  );
  return new Map<string, JudgeCommand>([
    ...picks,
    ['=', { kind: 'tie-next' }],
    ['0', { kind: 'all-bad' }],
    ['backspace', { kind: 'undo' }],
    ['enter', { kind: 'save' }],
  ]);
}
