'use client';

import { parseAsString, useQueryState } from 'nuqs';
import { useCallback, useState } from 'react';
import { useConversation } from '#app/(pages)/_compare/use-conversation.ts';
import { createKey, useIsRunning } from '#app/(pages)/_compare/use-send.ts';
import type { BattleCount } from '#components/battle/battle-start.tsx';

/** The battle that the address names, or the next one to be. */
export function useBattle() {
  const [comparisonId, setComparisonId] = useQueryState('comparison', parseAsString);
  const [count, setCount] = useState<BattleCount>('2');
  const open = useCallback(
    (id: string | null) => void setComparisonId(id, { history: 'push' }),
    [setComparisonId],
  );
  const { conversation, state, draft } = useConversation(comparisonId, open, 'baijia:battle-draft');
  const isRunning = useIsRunning(state.turns);
  const currentId = state.comparison?.id ?? null;
  const send = useCallback(
    (prompt: string) => {
      const before = draft.sent();
      const isSameAgain = before?.prompt === prompt && before.comparisonId === currentId;
      const key = isSameAgain ? before.key : createKey();
      draft.markSent({ prompt, key, comparisonId: currentId });
      const input = { mode: 'blind', count: Number(count) } as const;
      conversation.send({ prompt, key, input, isNew: currentId === null });
    },
    [conversation, draft, count, currentId],
  );
  const next = useCallback(() => open(null), [open]);
  return { comparisonId, conversation, state, draft, isRunning, count, setCount, send, next };
}
