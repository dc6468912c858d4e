import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef } from 'react';
import type { JudgeLane } from '#components/judge/judge-types.ts';
import { useShortcuts } from '#components/shell/shortcuts.ts';
import { commandsByKey, type JudgeCommand, type KeyedLane } from '#lib/preferences/ranking-keys.ts';

type Lanes = readonly (JudgeLane & KeyedLane)[];

/** Where Enter has a meaning of its own. */
const answersEnter =
  'a[href], button, summary, input, textarea, select, [contenteditable], [role], [data-open]';

/** Offers the keys of the bar to the page, and in the list of shortcuts. */
export function useJudgeKeys(isOn: boolean, lanes: Lanes, run: (command: JudgeCommand) => void): void {
  const t = useTranslations('judge');
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const signature = lanes.map(({ laneId, isRankable }) => `${laneId}${isRankable}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answers' texts change all the time, the keys do not
  const commands = useMemo(() => {
    if (!isOn) return [];
    return [...commandsByKey(lanes)].map(([keys, command]) => ({
      id: `judge-${keys}`,
      keys,
      label: wordsOf(t, command, lanes),
      group: t('keysGroup'),
      run: () => latest.current(command),
    }));
  }, [isOn, signature, t]);
  useShortcuts(useMemo(() => commands.filter(({ keys }) => keys !== 'enter'), [commands]));
  useEnter(commands.find(({ keys }) => keys === 'enter')?.run);
}

/** Enter presses what has the focus; only where nothing has it, it saves. */
function useEnter(run: (() => void) | undefined): void {
  useEffect(() => {
    if (run === undefined) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.defaultPrevented || event.isComposing || event.repeat) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (event.target instanceof Element && event.target.closest(answersEnter)) return;
      run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [run]);
}

function wordsOf(
  t: ReturnType<typeof useTranslations<'judge'>>,
  command: JudgeCommand,
  lanes: Lanes,
): string {
  switch (command.kind) {
    case 'verdict':
      if (command.verdict === 'tie') return t('tie');
      if (command.verdict === 'both-bad') return t('bothBad');
      return t('better', { label: lanes[command.verdict === 'first' ? 0 : 1]?.label ?? '' });
    case 'pick':
      return t('pick', { label: lanes.find((lane) => lane.laneId === command.laneId)?.label ?? '' });
    case 'tie-next':
      return t('tieNext');
    case 'undo':
      return t('undo');
    case 'all-bad':
      return t('allBad');
    case 'save':
      return t('save');
    case 'thumb':
      return t(command.thumb === 'up' ? 'thumbUp' : 'thumbDown');
  }
}
