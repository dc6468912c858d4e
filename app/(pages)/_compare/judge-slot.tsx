'use client';

import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useBallot } from '#app/_lib/client/use-ballot.ts';
import { JudgeBar } from '#components/judge/judge-bar.tsx';
import type { JudgeLane, UnrankableReason } from '#components/judge/judge-types.ts';
import { useCell } from '#components/lane/use-cell.ts';
import type { Comparison, Lane, Response } from '#lib/arena/schema.ts';
import type { TurnStore } from '#lib/arena/turn-reader-store.ts';
import type { Ballot } from '#lib/preferences/ballot-schema.ts';

type Props = {
  comparison: Comparison;
  turn: TurnStore;
  ballots: readonly Ballot[];
  isLatest: boolean;
};

/** The judge bar of one turn, once the server knows the turn. */
export function JudgeSlot(props: Props) {
  const turnId = useCell(props.turn.turnId);
  return turnId === null ? null : <TurnJudge key={turnId} turnId={turnId} {...props} />;
}

function TurnJudge({ turnId, comparison, turn, ballots, isLatest }: Props & { turnId: string }) {
  const responses = useEndedResponses(turn);
  const stored = ballots.find((ballot) => ballot.turnId === turnId) ?? null;
  const { ballot, saveState, save, dismissFailure } = useBallot(turnId, stored);
  const lanes = useMemo(
    () => comparison.lanes.map((lane, position) => judgeLane(lane, responses[position])),
    [comparison.lanes, responses],
  );
  return (
    <JudgeBar
      turnId={turnId}
      mode={comparison.mode}
      lanes={lanes}
      ballot={ballot}
      saveState={saveState}
      answersCompleteAt={useCompletionTime(turn)}
      hasKeys={isLatest}
      onSave={save}
      onDismissFailure={dismissFailure}
    />
  );
}

function reasonAgainst(response: Response | undefined): UnrankableReason | null {
  switch (response?.status) {
    case 'complete':
      return response.text.trim() === '' ? 'empty' : null;
    case 'failed':
    case 'stopped':
    case 'interrupted':
      return response.status;
    default:
      return 'running';
  }
}

function judgeLane(lane: Lane, response: Response | undefined): JudgeLane {
  const { id: laneId, label, name } = lane;
  return { laneId, label, name, unrankable: reasonAgainst(response), text: response?.text ?? '' };
}

/** The answers as of the last change of a status: growing text wakes nobody here. */
function useEndedResponses(turn: TurnStore): readonly Response[] {
  const held = useRef<readonly Response[]>([]);
  const read = () => {
    const now = turn.laneIds.map((laneId) => turn.lane(laneId).get());
    const isSame =
      held.current.length === now.length &&
      now.every(({ status }, position) => status === held.current[position]?.status);
    if (!isSame) held.current = now;
    return held.current;
  };
  const subscribe = useMemo(
    () => (listener: () => void) => {
      const stops = turn.laneIds.map((laneId) => turn.lane(laneId).subscribe(listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [turn],
  );
  return useSyncExternalStore(subscribe, read, read);
}

/** When the last answer was complete, if it happened before this page's eyes. */
function useCompletionTime(turn: TurnStore): number | null {
  const status = useCell(turn.status);
  const wasRunning = useRef(false);
  const [completeAt, setCompleteAt] = useState<number | null>(null);
  useEffect(() => {
    if (status === 'running') wasRunning.current = true;
    else if (wasRunning.current) setCompleteAt(Date.now());
  }, [status]);
  return completeAt;
}
