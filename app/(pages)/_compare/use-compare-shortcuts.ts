'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Layout } from '#components/compare/layouts.ts';
import type { Shortcut } from '#components/shell/shortcut.ts';
import { useShortcuts } from '#components/shell/shortcuts.ts';

/** What the keys do; the caller keeps the object stable. */
export type CompareCommands = {
  focusComposer: () => void;
  newComparison: () => void;
  toggleHistory: () => void;
  stopAll: () => void;
  sharedSettings: () => void;
  addLane: () => void;
  setLayout: (layout: Layout) => void;
  stepLane: (step: -1 | 1) => void;
  withLane: (action: 'copy' | 'stop' | 'retry' | 'card' | 'compare') => void;
};

export function useCompareShortcuts(commands: CompareCommands): void {
  const t = useTranslations('compare.shortcuts');
  const shortcuts = useMemo(() => {
    const group = t('group');
    const rows = [
      ['focusComposer', '/', commands.focusComposer],
      ['newComparison', 'n', commands.newComparison],
      ['toggleHistory', 'h', commands.toggleHistory],
      ['stopAll', 'mod+.', commands.stopAll],
      ['sharedSettings', ',', commands.sharedSettings],
      ['addLane', '+', commands.addLane],
      ['columns', 'l c', () => commands.setLayout('columns')],
      ['grid', 'l g', () => commands.setLayout('grid')],
      ['tabs', 'l t', () => commands.setLayout('tabs')],
      ['focus', 'l f', () => commands.setLayout('focus')],
      ['previousLane', '[', () => commands.stepLane(-1)],
      ['nextLane', ']', () => commands.stepLane(1)],
      ['copyAnswer', 'c', () => commands.withLane('copy')],
      ['stopLane', 's', () => commands.withLane('stop')],
      ['retryLane', 'r', () => commands.withLane('retry')],
      ['openCard', 'i', () => commands.withLane('card')],
      ['compareLane', 'd', () => commands.withLane('compare')],
    ] as const;
    return rows.map(
      ([name, keys, run]): Shortcut => ({ id: `compare-${name}`, keys, label: t(name), group, run }),
    );
  }, [t, commands]);
  useShortcuts(shortcuts);
}
