'use client';

import { useCallback, useSyncExternalStore } from 'react';
import type { ConversationState } from '#app/(pages)/_compare/conversation-state.ts';
import type { LazyConversation } from '#app/(pages)/_compare/lazy-conversation.ts';
import type { SetupState } from '#app/(pages)/_compare/use-setup.ts';
import type { ComposerBlock } from '#components/compare/composer.tsx';
import type { Draft } from '#components/compare/draft.ts';
import { laneInputs } from '#components/compare/setup.ts';
import type { TurnStore } from '#lib/arena/turn-reader-store.ts';
import type { Endpoint } from '#lib/endpoints/schema.ts';

type Parts = {
  conversation: LazyConversation;
  state: ConversationState;
  draft: Draft;
  setupState: SetupState;
  endpoints: readonly Endpoint[] | undefined;
};

type Sending = {
  send: (prompt: string) => void;
  /** Null when a prompt can be sent. */
  block: ComposerBlock | null;
  isRunning: boolean;
};

/** A key for one question. Random also where the page was not opened over HTTPS, which crypto.randomUUID would demand. */
export function createKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function useSend({ conversation, state, draft, setupState, endpoints }: Parts): Sending {
  const isRunning = useIsRunning(state.turns);
  const { setup, isFork } = setupState;
  const isNew = state.comparison === null || isFork;
  const comparisonId = isNew ? null : (state.comparison?.id ?? null);
  const send = useCallback(
    (prompt: string) => {
      const before = draft.sent();
      const isSameAgain = before?.prompt === prompt && before.comparisonId === comparisonId;
      const key = isSameAgain ? before.key : createKey();
      draft.markSent({ prompt, key, comparisonId });
      conversation.send({ prompt, key, input: { mode: 'open', lanes: laneInputs(setup) }, isNew });
    },
    [conversation, draft, setup, isNew, comparisonId],
  );
  return { send, block: findBlock(), isRunning };

  function findBlock(): ComposerBlock | null {
    if (!endpoints || state.isLoading) return 'loading';
    if (setup.lanes.length === 0) return 'noLanes';
    const enabled = new Set(endpoints.filter((endpoint) => endpoint.enabled).map((endpoint) => endpoint.id));
    if (isNew && setup.lanes.some((lane) => !enabled.has(lane.endpointId))) return 'goneLanes';
    return isRunning && !isNew ? 'running' : null;
  }
}

/** Whether any turn is still being answered. */
export function useIsRunning(turns: readonly TurnStore[]): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = turns.map((turn) => turn.status.subscribe(listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [turns],
  );
  return useSyncExternalStore(
    subscribe,
    () => turns.some((turn) => turn.status.get() === 'running'),
    () => false,
  );
}
