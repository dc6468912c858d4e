'use client';

import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { BallotState } from '#app/_lib/client/ballot-outbox.ts';
import { pageOutbox } from '#app/_lib/client/page-outbox.ts';
import type { JudgeBallot, JudgeSaveState } from '#components/judge/judge-types.ts';
import type { Ballot, BallotInput, Reveal } from '#lib/preferences/ballot-schema.ts';

export type TurnBallot = {
  /** What the person last said, sent or not. */
  ballot: JudgeBallot | null;
  saveState: JudgeSaveState;
  /** Who was who, once a blind ballot is in; empty before. */
  reveal: readonly Reveal[];
  save: (input: BallotInput) => void;
  dismissFailure: () => void;
};

const idle: BallotState = { kind: 'idle' };
const subscribe = (listener: () => void) => pageOutbox().subscribe(listener);

/** Joins a turn's ballot as the server gave it with what this device has sent or still keeps. */
export function useBallot(turnId: string, stored: Ballot | null): TurnBallot {
  const state = useSyncExternalStore(
    subscribe,
    () => pageOutbox().stateOf(turnId),
    () => idle,
  );
  const save = useCallback((input: BallotInput) => pageOutbox().save(turnId, input), [turnId]);
  const dismissFailure = useCallback(() => pageOutbox().dismiss(turnId), [turnId]);
  return useMemo(
    () => ({ ...joined(state, stored), save, dismissFailure }),
    [state, stored, save, dismissFailure],
  );
}

function joined(
  state: BallotState,
  stored: Ballot | null,
): Pick<TurnBallot, 'ballot' | 'saveState' | 'reveal'> {
  const reveal = state.kind === 'saved' ? state.reveal : [];
  switch (state.kind) {
    case 'saving':
    case 'kept':
      return { ballot: state.input, saveState: state, reveal };
    case 'failed':
      return { ballot: stored, saveState: state, reveal };
    case 'idle':
      return { ballot: stored, saveState: savedState(stored), reveal };
    case 'saved': {
      const isOlder = stored !== null && stored.revision > state.ballot.revision;
      const newest = isOlder ? stored : state.ballot;
      return { ballot: newest, saveState: savedState(newest), reveal };
    }
  }
}

function savedState(ballot: Ballot | null): JudgeSaveState {
  return ballot === null ? { kind: 'idle' } : { kind: 'saved', revision: ballot.revision };
}
