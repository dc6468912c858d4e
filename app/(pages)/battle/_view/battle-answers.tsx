'use client';

import { useState } from 'react';
import { AnswersByLane } from '#components/compare/answers-by-lane.tsx';
import { AnswersByTurn } from '#components/compare/answers-by-turn.tsx';
import type { ConversationViewProps } from '#components/compare/conversation-view.ts';
import { useMediaQuery } from '#components/compare/use-media-query.ts';

/** Columns beside each other; on a phone one at a time. */
export function BattleAnswers(view: ConversationViewProps) {
  const isPhone = useMediaQuery('(max-width: 639px)');
  const [active, setActive] = useState(0);
  if (!isPhone) return <AnswersByTurn layout="columns" {...view} />;
  return <AnswersByLane {...view} active={active} onActivate={setActive} hasRail={false} />;
}
