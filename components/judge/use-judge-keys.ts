import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef } from 'react';
import type { JudgeLane } from '#components/judge/judge-types.ts';
import { isRestingField, useShortcuts } from '#components/shell/shortcuts.ts';
import { commandsByKey, type JudgeCommand, type KeyedLane } from '#lib/preferences/ranking-keys.ts';

type Lanes = readonly (JudgeLane & KeyedLane)[];

/** Where Enter has a meaning of its own. */
const answersEnter =
  'a[href], button, summary, input, textarea, select, [contenteditable], [role], [data-open]';

/**
 * Where the keys act: nowhere, on the page, or, while a judgement is awaited, also in a composer that has just sent
 * its prompt.
 */
export type JudgeKeys = 'off' | 'page' | 'awaited';

/** Offers the keys of the bar to the page, and in the list of shortcuts. */
export function useJudgeKeys(keys: JudgeKeys, lanes: Lanes, run: (command: JudgeCommand) => void): void {
  const t = useTranslations('judge');
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const signature = lanes.map(({ laneId, isRankable }) => `${laneId}${isRankable}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answers' texts change all the time, the keys do not
  const commands = useMemo(() => {
    if (keys === 'off') return [];
    return [...commandsByKey(lanes)].map(([key, command]) => ({
      id: `judge-${key}`,
      keys: key,
      label: wordsOf(t, command, lanes),
      group: t('keysGroup'),
      run: () => latest.current(command),
      worksAtRest: keys === 'awaited',
    }));
  }, [keys, signature, t]);
  useShortcuts(useMemo(() => commands.filter((one) => one.keys !== 'enter'), [commands]));
  useEnter(commands.find((one) => one.keys === 'enter'));
}

type EnterCommand = { run: () => void; worksAtRest: boolean };

/** Enter presses what has the focus; only where nothing has it, or a field rests, it saves. */
function useEnter(command: EnterCommand | undefined): void {
  useEffect(() => {
    if (command === undefined) return;
    const isTaken = (event: KeyboardEvent) =>
      event.defaultPrevented ||
      (event.target instanceof Element && event.target.closest(answersEnter) !== null);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.isComposing || event.repeat) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const isAtRest = command.worksAtRest && isRestingField(event.target);
      if (isAtRest || !isTaken(event)) command.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [command]);
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
