'use client';

import { useTranslations } from 'next-intl';
import { useCell } from '#components/lane/use-cell.ts';
import type { TurnStore } from '#lib/arena/turn-reader-store.ts';

/** Says that a model failed and another one answers in its place. */
export function RedrawNotice({ turn }: { turn: TurnStore }) {
  const t = useTranslations('battle');
  const redraws = useCell(turn.redraws);
  return (
    <p role="status" className="text-sm text-warn empty:hidden">
      {redraws > 0 && t('redrawn', { count: redraws })}
    </p>
  );
}
