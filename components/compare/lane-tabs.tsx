'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, memo, useRef } from 'react';
import { LaneStatus, shownStatus } from '#components/lane/lane-status.tsx';
import { useCell } from '#components/lane/use-cell.ts';
import { LaneLetter } from '#components/lane-letter/lane-letter.tsx';
import { cn } from '#components/ui/class-names.ts';
import type { Lane } from '#lib/arena/schema.ts';
import type { TurnStore } from '#lib/arena/turn-reader-store.ts';

type Props = {
  lanes: readonly Lane[];
  turn: TurnStore;
  active: number;
  onActivate: (position: number) => void;
  /** Cards under each other, with the beginning of each answer. */
  isRail?: boolean;
  panelId: (lane: Lane) => string;
};

const steps: Record<string, number> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** Which answer is in sight, where only one is. */
export function LaneTabs({ lanes, turn, active, onActivate, isRail = false, panelId }: Props) {
  const t = useTranslations('compare.strip');
  const listRef = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (active + step + lanes.length) % lanes.length;
    onActivate(next);
    listRef.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
  return (
    <div
      ref={listRef}
      role="tablist"
      aria-label={t('label')}
      aria-orientation={isRail ? 'vertical' : 'horizontal'}
      onKeyDown={onKeyDown}
      className={
        isRail
          ? 'flex w-60 shrink-0 flex-col gap-2 overflow-y-auto p-2 ps-4'
          : 'flex shrink-0 overflow-x-auto border-line border-b px-2'
      }
    >
      {lanes.map((lane, position) => (
        <LaneTab
          key={lane.id}
          lane={lane}
          turn={turn}
          isActive={position === active}
          isRail={isRail}
          panelId={panelId(lane)}
          onPress={() => onActivate(position)}
        />
      ))}
    </div>
  );
}

type TabProps = {
  lane: Lane;
  turn: TurnStore;
  isActive: boolean;
  isRail: boolean;
  panelId: string;
  onPress: () => void;
};

const LaneTab = memo(function LaneTab({ lane, turn, isActive, isRail, panelId, onPress }: TabProps) {
  const t = useTranslations('lane');
  const response = useCell(turn.lane(lane.id));
  const status = shownStatus(response);
  return (
    <button
      type="button"
      role="tab"
      aria-selected={isActive}
      aria-controls={panelId}
      tabIndex={isActive ? 0 : -1}
      onClick={onPress}
      className={cn(
        'min-w-0 text-start text-soft hover:text-ink',
        isRail
          ? 'rounded-lg border border-line bg-panel p-2 aria-selected:border-line-strong aria-selected:bg-selected'
          : 'flex h-10 max-w-56 flex-1 items-center justify-center gap-2 border-transparent border-b-2 px-2 focus-visible:-outline-offset-2 aria-selected:border-ink',
        isActive && 'font-medium text-ink',
      )}
    >
      <span className="flex min-w-0 items-center gap-2">
        <LaneLetter label={lane.label} />
        <span className={cn('truncate', !isRail && 'max-sm:sr-only')}>
          {lane.name ?? t('unknownName', { label: lane.label })}
        </span>
        {!isRail && status !== 'complete' && <LaneStatus status={status} />}
      </span>
      {isRail && (
        <>
          <span className="mt-1 line-clamp-2 break-words font-normal text-faint text-sm">
            {response.text.slice(0, 200)}
          </span>
          <span className="mt-1 block font-normal">
            <LaneStatus status={status} />
          </span>
        </>
      )}
    </button>
  );
});
