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

const verdictKeys: ReadonlyMap<string, Verdict> = new Map([
  ['1', 'first'],
  ['2', 'second'],
  ['=', 'tie'],
  ['0', 'both-bad'],
]);

/** What a key means to the judge bar; null when it means nothing there. `key` is KeyboardEvent.key. */
export function commandOfKey(key: string, lanes: readonly KeyedLane[]): JudgeCommand | null {
  const kind = judgeKind(lanes);
  if (kind === 'pair') {
    const verdict = verdictKeys.get(key);
    return verdict === undefined ? null : { kind: 'verdict', verdict };
  }
  if (kind === 'rate') return lanes.length === 1 ? thumbOfKey(key) : null;
  if (key === '=') return { kind: 'tie-next' };
  if (key === '0') return { kind: 'all-bad' };
  if (key === 'Backspace') return { kind: 'undo' };
  if (key === 'Enter') return { kind: 'save' };
  const lane = /^[1-8]$/.test(key) ? lanes[Number(key) - 1] : undefined;
  return lane?.isRankable ? { kind: 'pick', laneId: lane.laneId } : null;
}

function thumbOfKey(key: string): JudgeCommand | null {
  if (key === '1') return { kind: 'thumb', thumb: 'up' };
  return key === '0' ? { kind: 'thumb', thumb: 'down' } : null;
}
