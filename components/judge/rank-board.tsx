'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import type { JudgeLane } from '#components/judge/judge-types.ts';
import { RankChip } from '#components/judge/rank-chip.tsx';
import { type DropTarget, dropped, useRankDrag } from '#components/judge/use-rank-drag.ts';
import { cn } from '#components/ui/class-names.ts';
import { groupOf, pickLane, placeOf, type Ranking, removeLane, stepLane } from '#lib/preferences/ranking.ts';

type Props = {
  lanes: readonly JudgeLane[];
  ranking: Ranking;
  /** The next answer picked ties with the last. */
  tiesNext: boolean;
  isReadOnly: boolean;
  onRank: (ranking: Ranking, moved: JudgeLane) => void;
  onCast: () => void;
};

/** The ranking from best to worst, and beside it what has no place yet. Click, drag or step each answer. */
export function RankBoard({ lanes, ranking, tiesNext, isReadOnly, onRank, onCast }: Props) {
  const t = useTranslations('judge');
  const { drag, propsOf } = useRankDrag((laneId, target) => {
    const lane = lanes.find((one) => one.laneId === laneId);
    if (lane && !isReadOnly) onRank(dropped(ranking, laneId, target), lane);
  });
  const board = useRef<HTMLDivElement>(null);
  useKeptFocus(board, ranking);
  const byId = new Map(lanes.map((lane) => [lane.laneId, lane]));
  const unranked = lanes.filter((lane) => groupOf(ranking, lane.laneId) === -1);

  const chip = (lane: JudgeLane) => (
    <RankChip
      key={lane.laneId}
      lane={lane}
      number={lanes.indexOf(lane) + 1}
      place={placeOf(ranking, lane.laneId)}
      isReadOnly={isReadOnly}
      drag={drag?.id === lane.laneId ? drag : null}
      dragProps={isReadOnly ? null : propsOf(lane.laneId)}
      onPress={(isTied) => {
        const isRanked = groupOf(ranking, lane.laneId) !== -1;
        onRank(
          isRanked ? removeLane(ranking, lane.laneId) : pickLane(ranking, lane.laneId, isTied || tiesNext),
          lane,
        );
      }}
      onStep={(direction) => onRank(stepLane(ranking, lane.laneId, direction), lane)}
      onTakeBack={() => onRank(removeLane(ranking, lane.laneId), lane)}
      onCast={onCast}
    />
  );
  const isOver = (target: DropTarget) =>
    drag?.over !== null && drag !== null && JSON.stringify(drag.over) === JSON.stringify(target);

  return (
    <div ref={board} className="relative flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
      <ol
        aria-label={t('ranking')}
        // While nothing has a place it is only somewhere to drop the first answer, and takes no room.
        className={cn('flex flex-wrap items-center', ranking.length === 0 && 'absolute end-full')}
      >
        <DropGap index={0} isOver={isOver({ kind: 'gap', index: 0 })} isDragging={drag !== null} />
        {ranking.map((group, index) => (
          <RankGroup
            key={group[0]}
            laneId={group[0] ?? ''}
            place={placeOf(ranking, group[0] ?? '') ?? 0}
            isOver={isOver({ kind: 'group', laneId: group[0] ?? '' })}
            after={
              <DropGap
                index={index + 1}
                isOver={isOver({ kind: 'gap', index: index + 1 })}
                isDragging={drag !== null}
              />
            }
          >
            {group.flatMap((laneId) => byId.get(laneId) ?? []).map(chip)}
          </RankGroup>
        ))}
      </ol>
      {(unranked.length > 0 || drag !== null) && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend that has no place in one row
        <div
          role="group"
          aria-label={t('unranked')}
          data-drop="unranked"
          className={cn(
            'flex min-h-8 flex-wrap items-center gap-1 rounded-md border border-line border-dashed px-1',
            isOver({ kind: 'unranked' }) && 'bg-hover',
          )}
        >
          <span className="px-1 text-faint text-xs">{t('unranked')}</span>
          {unranked.map(chip)}
        </div>
      )}
    </div>
  );
}

/** An answer that changes places is drawn anew elsewhere: the focus goes with it. */
function useKeptFocus(board: RefObject<HTMLElement | null>, ranking: Ranking): void {
  const focused = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a move is what may lose the focus
  useLayoutEffect(() => {
    const chips = [...(board.current?.querySelectorAll<HTMLElement>('[data-ranked]') ?? [])];
    if (focused.current !== null && document.activeElement === document.body) {
      chips.find((chip) => chip.dataset.ranked === focused.current)?.focus();
    }
    const remember = () => {
      const { activeElement } = document;
      focused.current = activeElement instanceof HTMLElement ? (activeElement.dataset.ranked ?? null) : null;
    };
    remember();
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, [ranking]);
}

type GroupProps = { laneId: string; place: number; isOver: boolean; after: ReactNode; children: ReactNode };

function RankGroup({ laneId, place, isOver, after, children }: GroupProps) {
  return (
    <>
      <li
        value={place}
        data-drop={`group:${laneId}`}
        className={cn(
          'flex min-h-8 list-none items-center gap-1 rounded-md border border-line bg-panel px-1',
          isOver && 'bg-selected',
        )}
      >
        <span aria-hidden className="tabular px-1 text-faint text-xs">
          {place}
        </span>
        {children}
      </li>
      {after}
    </>
  );
}

/** The room between two places: something let go here gets a place of its own. */
function DropGap({ index, isOver, isDragging }: { index: number; isOver: boolean; isDragging: boolean }) {
  return (
    <li
      aria-hidden
      data-drop={`gap:${index}`}
      className={cn(
        'flex h-8 list-none items-center justify-center transition-[width]',
        isDragging ? 'w-5' : 'w-1.5',
      )}
    >
      <span className={cn('h-6 w-0.5 rounded-sm', isOver ? 'bg-accent' : 'bg-transparent')} />
    </li>
  );
}
