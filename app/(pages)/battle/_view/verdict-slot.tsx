'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { request } from '#app/_lib/client/request.ts';
import { useBallot } from '#app/_lib/client/use-ballot.ts';
import { useMakers } from '#app/_lib/client/use-catalog.ts';
import { JudgeSlot } from '#app/(pages)/_compare/loaded-parts.tsx';
import { BattleOutcome } from '#components/battle/battle-outcome.tsx';
import { VoidNotice } from '#components/battle/void-notice.tsx';
import { useCell } from '#components/lane/use-cell.ts';
import type { Comparison } from '#lib/arena/schema.ts';
import type { TurnStore } from '#lib/arena/turn-reader-store.ts';
import type { Ballot } from '#lib/preferences/ballot-schema.ts';
import { turnVotesSchema } from '#lib/preferences/pair-votes-schema.ts';

type Props = {
  comparison: Comparison;
  turn: TurnStore;
  ballots: readonly Ballot[];
  onRevealed: () => void;
  onNext: () => void;
  /** Begins a new battle with a prompt whose battle is void. */
  onAgain: (prompt: string) => void;
};

/** The vote, and what comes of it, under the latest answers of a battle. */
export function VerdictSlot(props: Props) {
  const turnId = useCell(props.turn.turnId);
  return turnId === null ? null : <TurnVerdict key={turnId} turnId={turnId} {...props} />;
}

function TurnVerdict({ turnId, comparison, turn, ballots, ...on }: Props & { turnId: string }) {
  const stored = ballots.find((ballot) => ballot.turnId === turnId) ?? null;
  const { ballot, saveState } = useBallot(turnId, stored);
  const status = useCell(turn.status);
  const first = useCell(turn.lane(turn.laneIds[0] ?? ''));
  const isHidden = comparison.lanes.some((lane) => lane.name === null);
  const isIn = ballot !== null && saveState.kind === 'saved';
  const { onRevealed } = on;
  useEffect(() => {
    if (isIn && isHidden) onRevealed();
  }, [isIn, isHidden, onRevealed]);
  const votes = useQuery({
    queryKey: ['votes', turnId],
    queryFn: ({ signal }) => request(`/turns/${turnId}/votes`, { signal, schema: turnVotesSchema }),
    enabled: isIn,
  });
  const makers = useMakers(comparison.lanes.map(({ cardId }) => cardId));
  // All lanes of a blind turn have one status.
  const isVoid = isHidden && status === 'complete' && first.status !== 'complete';
  if (isVoid) {
    return <VoidNotice isStopped={first.status === 'stopped'} onAgain={() => on.onAgain(turn.prompt)} />;
  }
  return (
    <>
      <JudgeSlot comparison={comparison} turn={turn} ballots={ballots} isLatest />
      {isIn && !isHidden && (
        <BattleOutcome
          lanes={comparison.lanes}
          ballot={ballot}
          makers={makers}
          votes={votes.data ?? null}
          onNext={on.onNext}
        />
      )}
    </>
  );
}
