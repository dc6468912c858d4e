'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ConversationState } from '#app/(pages)/_compare/conversation-state.ts';
import { historyKey } from '#app/(pages)/_compare/history-key.ts';
import { LazyConversation } from '#app/(pages)/_compare/lazy-conversation.ts';
import { createDraft, type Draft } from '#components/compare/draft.ts';
import { useCell } from '#components/lane/use-cell.ts';

type Opened = { conversation: LazyConversation; state: ConversationState; draft: Draft };

/** The conversation that the address names, and the prompt that is being written to it. */
export function useConversation(
  comparisonId: string | null,
  onCreated: (id: string) => void,
  draftName: string,
): Opened {
  const queries = useQueryClient();
  const [draft] = useState(() => createDraft(getStorage(), draftName));
  const [conversation] = useState(
    () =>
      new LazyConversation({
        onCreated: (comparison) => {
          const sent = draft.sent();
          if (sent) draft.markSent({ ...sent, comparisonId: comparison.id });
          onCreated(comparison.id);
        },
        onAccepted: () => draft.accept(),
        onChanged: () => void queries.invalidateQueries({ queryKey: historyKey }),
      }),
  );
  const state = useCell(conversation.state);

  useEffect(() => draft.restore(), [draft]);
  useEffect(() => {
    if (comparisonId === null) conversation.clear();
    else conversation.open(comparisonId);
  }, [comparisonId, conversation]);
  useEffect(() => () => conversation.clear(), [conversation]);
  useEffect(() => {
    if (state.trouble?.at === 'send') draft.giveBack();
  }, [state.trouble, draft]);
  // Sent just before a reload: if the server has it, it must not wait in the composer as well.
  useEffect(() => {
    const sent = draft.sent();
    const last = state.turns.at(-1);
    if (!sent || !last || sent.comparisonId !== state.comparison?.id || last.prompt !== sent.prompt) return;
    if (last.turnId.get() === null) return;
    draft.accept();
    if (draft.text.get() === sent.prompt) draft.write('');
  }, [state.comparison, state.turns, draft]);

  return { conversation, state, draft };
}

function getStorage(): Storage | null {
  try {
    return typeof window === 'undefined' ? null : window.localStorage;
  } catch {
    return null;
  }
}
