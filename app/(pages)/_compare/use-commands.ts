'use client';

import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { Address, SetAddress } from '#app/(pages)/_compare/address.ts';
import type { LazyConversation } from '#app/(pages)/_compare/lazy-conversation.ts';
import { getRemembered, remember } from '#app/(pages)/_compare/remembered.ts';
import { type CompareCommands, useCompareShortcuts } from '#app/(pages)/_compare/use-compare-shortcuts.ts';
import type { LaneActions } from '#components/lane/lane-actions.ts';
import { laneLabels } from '#lib/arena/lane-labels.ts';
import { isFinal } from '#lib/arena/turn-reader-view.ts';

type Parts = {
  address: Address;
  setAddress: SetAddress;
  conversation: LazyConversation;
  laneActions: LaneActions;
  /** Holds the answers on the page. */
  answersRef: RefObject<HTMLElement | null>;
  focusComposer: () => void;
  openShared: () => void;
  openAdding: () => void;
};

/** Offers the keys of the page; returns what its buttons share with them. */
export function useCommands(parts: Parts): CompareCommands {
  const latest = useRef(parts);
  useEffect(() => {
    latest.current = parts;
  });
  const commands = useMemo((): CompareCommands => {
    const now = () => latest.current;
    return {
      focusComposer: () => now().focusComposer(),
      newComparison: () => {
        void now().setAddress({ comparison: null, lane: null }, { history: 'push' });
        now().focusComposer();
      },
      toggleHistory: () => remember({ isHistoryOpen: !getRemembered().isHistoryOpen }),
      stopAll: () => stopAll(now().conversation),
      sharedSettings: () => now().openShared(),
      addLane: () => now().openAdding(),
      setLayout: (layout) => {
        remember({ layout });
        void now().setAddress({ layout });
      },
      stepLane: (step) => stepLane(now(), step),
      withLane: (action) => withLane(now(), action),
    };
  }, []);
  useCompareShortcuts(commands);
  return commands;
}

function stopAll(conversation: LazyConversation): void {
  const running = conversation.state.get().turns.filter((turn) => turn.status.get() === 'running');
  for (const turn of running) if (turn.turnId.get() !== null) conversation.stop(turn);
}

/** The lane that has the focus, or else the one that the address names. */
function currentLane({ address }: Parts): number {
  const label = document.activeElement?.closest('[data-lane]')?.getAttribute('data-lane');
  return Math.max(
    0,
    laneLabels.findIndex((known) => known === (label ?? address.lane ?? 'A')),
  );
}

function stepLane(parts: Parts, step: -1 | 1): void {
  const { lanes } = parts.conversation.state.get().comparison ?? { lanes: [] };
  if (lanes.length === 0) return;
  const label = laneLabels[(currentLane(parts) + step + lanes.length) % lanes.length] ?? 'A';
  void parts.setAddress({ lane: label });
  const answers = parts.answersRef.current?.querySelectorAll<HTMLElement>(`[data-lane="${label}"]`);
  const last = answers?.item(answers.length - 1);
  last?.focus({ preventScroll: true });
  last?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
}

function withLane(parts: Parts, action: Parameters<CompareCommands['withLane']>[0]): void {
  const { comparison, turns } = parts.conversation.state.get();
  const turn = turns.at(-1);
  const position = currentLane(parts);
  const lane = comparison?.lanes[position];
  if (!comparison || !turn || !lane) return;
  const { laneActions } = parts;
  const response = turn.lane(lane.id).get();
  const other = comparison.lanes[(position + 1) % comparison.lanes.length];
  if (action === 'copy') laneActions.copy(response.text);
  if (action === 'stop' && !isFinal(response)) laneActions.stop(turn, lane.id);
  if (action === 'retry' && isFinal(response)) laneActions.retry(turn, lane.id);
  if (action === 'card' && lane.name !== null) laneActions.openCard(lane);
  if (action === 'compare' && other && other !== lane) laneActions.compare(turn, lane.id, other.id);
}
