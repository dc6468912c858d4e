'use client';

import { useCallback } from 'react';
import type { Address, SetAddress } from '#app/(pages)/_compare/address.ts';
import { AnswersByLane } from '#components/compare/answers-by-lane.tsx';
import { AnswersByTurn } from '#components/compare/answers-by-turn.tsx';
import type { ConversationViewProps } from '#components/compare/conversation-view.ts';
import type { Layout } from '#components/compare/layouts.ts';
import { useMediaQuery } from '#components/compare/use-media-query.ts';
import { laneLabels } from '#lib/arena/lane-labels.ts';

type Props = ConversationViewProps & { address: Address; setAddress: SetAddress; layout: Layout };

/** The answers in the chosen layout; on a phone always one at a time. */
export function Answers({ address, setAddress, layout, ...view }: Props) {
  const isPhone = useMediaQuery('(max-width: 639px)');
  const hasRoomForRail = useMediaQuery('(min-width: 1024px)');
  const active = Math.min(Math.max(0, laneLabels.indexOf(address.lane ?? 'A')), view.lanes.length - 1);
  const activate = useCallback(
    (position: number) => void setAddress({ lane: laneLabels[position] ?? null }),
    [setAddress],
  );
  if (!isPhone && (layout === 'columns' || layout === 'grid')) {
    return <AnswersByTurn layout={layout} {...view} />;
  }
  return (
    <AnswersByLane
      {...view}
      active={active}
      onActivate={activate}
      hasRail={layout === 'focus' && hasRoomForRail && view.lanes.length > 1}
    />
  );
}
