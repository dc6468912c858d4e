'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AnswersByLane } from '#components/compare/answers-by-lane.tsx';
import { AnswersByTurn } from '#components/compare/answers-by-turn.tsx';
import type { ConversationViewProps } from '#components/compare/conversation-view.ts';
import { useMediaQuery } from '#components/compare/use-media-query.ts';
import { useCell } from '#components/lane/use-cell.ts';
import type { TurnStore } from '#lib/arena/turn-reader-store.ts';

/** Columns beside each other; on a phone one at a time. */
export function BattleAnswers(view: ConversationViewProps) {
  const isPhone = useMediaQuery('(max-width: 639px)');
  const [active, setActive] = useState(0);
  if (!isPhone) return <AnswersByTurn layout="columns" {...view} />;
  return <AnswersByLane {...view} active={active} onActivate={setActive} hasRail={false} />;
}

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
