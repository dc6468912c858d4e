'use client';

import { useCallback } from 'react';
import { ResultMoves } from '#components/results/result-moves.tsx';

type Props = { ids: readonly string[]; shownId: string | null; onSelect: (id: string) => void };

/** To the records beside the shown one; a record that the list does not hold has none. */
export function Moves({ ids, shownId, onSelect }: Props) {
  const place = shownId === null ? -1 : ids.indexOf(shownId);
  const previous = ids[place - 1];
  const next = place < 0 ? undefined : ids[place + 1];
  const toPrevious = useCallback(() => previous && onSelect(previous), [previous, onSelect]);
  const toNext = useCallback(() => next && onSelect(next), [next, onSelect]);
  return <ResultMoves onPrevious={previous ? toPrevious : undefined} onNext={next ? toNext : undefined} />;
}
