'use client';

import { parseAsString, useQueryState } from 'nuqs';
import { type MouseEvent, useCallback } from 'react';
import { wideScreen } from '#components/results/result-list.tsx';

/** The record beside the list, as it stands in the URL; the newest one until somebody chooses. */
export function useSelection(ids: readonly string[]) {
  const [selectedId, setSelectedId] = useQueryState('id', parseAsString);
  const select = useCallback((id: string) => void setSelectedId(id), [setSelectedId]);
  function open(event: MouseEvent, id: string): void {
    const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0;
    if (opensElsewhere || !matchMedia(wideScreen).matches) return;
    event.preventDefault();
    select(id);
  }
  return { shownId: selectedId ?? ids[0] ?? null, selectedId, select, open };
}
