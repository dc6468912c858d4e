'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { LazyConversation } from '#app/(pages)/_compare/lazy-conversation.ts';
import type { Draft } from '#components/compare/draft.ts';
import type { TurnActions } from '#components/compare/prompt-row.tsx';
import type { LaneActions } from '#components/lane/lane-actions.ts';
import { showToast } from '#components/ui/toast.ts';
import type { Lane } from '#lib/arena/schema.ts';
import type { TurnStore } from '#lib/arena/turn-reader-store.ts';

/** What lies over the page: a card, or two answers compared. */
export type Overlay =
  | { kind: 'card'; lane: Lane }
  | { kind: 'diff'; turn: TurnStore; pair: readonly [string, string] };

export type Actions = {
  laneActions: LaneActions;
  turnActions: TurnActions;
  overlay: Overlay | null;
  closeOverlay: () => void;
  /** The turn chosen to be judged; null means the latest. */
  chosenTurn: TurnStore | null;
};

export function useActions(conversation: LazyConversation, draft: Draft, focusComposer: () => void): Actions {
  const t = useTranslations('lane');
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const [chosenTurn, setChosenTurn] = useState<TurnStore | null>(null);
  const actions = useMemo(() => {
    const copy = (text: string) => {
      const say = (key: 'copied' | 'copyFailed') => () =>
        void showToast({ title: t(key), tone: key === 'copied' ? 'good' : 'bad' });
      // Absent where the page was not opened over HTTPS or on this machine.
      const clipboard: Clipboard | undefined = navigator.clipboard;
      if (clipboard) clipboard.writeText(text).then(say('copied'), say('copyFailed'));
      else say('copyFailed')();
    };
    const laneActions: LaneActions = {
      copy,
      stop: (turn, laneId) => conversation.stop(turn, laneId),
      retry: (turn, laneId) => conversation.retry(turn, laneId),
      openCard: (lane) => setOverlay({ kind: 'card', lane }),
      compare: (turn, laneId, other) => setOverlay({ kind: 'diff', turn, pair: [laneId, other] }),
    };
    const turnActions: TurnActions = {
      copyPrompt: copy,
      reusePrompt: (prompt) => {
        draft.write(prompt);
        focusComposer();
      },
      judge: setChosenTurn,
    };
    return { laneActions, turnActions };
  }, [conversation, draft, focusComposer, t]);
  return { ...actions, overlay, closeOverlay: () => setOverlay(null), chosenTurn };
}
