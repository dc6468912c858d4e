import { useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import type { JudgeLane } from '#components/judge/judge-types.ts';
import type { DropTarget, useRankDrag } from '#components/judge/use-rank-drag.ts';
import { LaneLetter } from '#components/lane-letter/lane-letter.tsx';
import { cn } from '#components/ui/class-names.ts';
import { Kbd } from '#components/ui/kbd.tsx';
import type { Drag } from '#components/ui/use-drag.ts';

type Props = {
  lane: JudgeLane;
  /** The key that picks it. */
  number: number;
  place: number | null;
  isReadOnly: boolean;
  drag: Drag<DropTarget> | null;
  dragProps: ReturnType<ReturnType<typeof useRankDrag>['propsOf']> | null;
  onPress: (isTied: boolean) => void;
  onStep: (direction: 'up' | 'down') => void;
  onTakeBack: () => void;
  onCast: () => void;
};

/** One answer in the ranking: a click places it or takes it back, the arrow keys step it, Enter saves. */
export function RankChip(props: Props) {
  const { lane, number, place, isReadOnly, drag, dragProps, onPress, onStep, onTakeBack, onCast } = props;
  const t = useTranslations('judge');
  const isRankable = lane.unrankable === null;
  const actions = new Map<string, () => void>([
    ['ArrowLeft', () => onStep('up')],
    ['ArrowUp', () => onStep('up')],
    ['ArrowRight', () => onStep('down')],
    ['ArrowDown', () => onStep('down')],
    ['Delete', onTakeBack],
    ['Enter', onCast],
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : actions.get(event.key);
    if (action === undefined || !isRankable || isReadOnly) return;
    event.preventDefault();
    action();
  };
  const state = place === null ? t('noPlace') : t('atPlace', { place });
  const reason = lane.unrankable === null ? state : t(`unrankable.${lane.unrankable}`);
  const label = lane.name === null ? lane.label : `${lane.label} ${lane.name}`;
  return (
    <button
      type="button"
      {...dragProps}
      data-ranked={lane.laneId}
      aria-label={`${label}, ${reason}`}
      title={isRankable ? undefined : reason}
      disabled={!isRankable || isReadOnly}
      onClick={(event) => onPress(event.shiftKey || event.ctrlKey || event.metaKey)}
      onKeyDown={onKeyDown}
      style={drag === null ? undefined : { translate: `${drag.x}px ${drag.y}px` }}
      className={cn(
        'flex h-7 max-w-44 touch-none select-none items-center gap-1.5 rounded-md px-1.5 text-sm hover:not-disabled:bg-hover touch:min-h-10',
        !isRankable && 'line-through opacity-55',
        drag !== null && 'z-10 bg-raised opacity-90 shadow-float',
      )}
    >
      {place === null && isRankable && <Kbd className="touch:hidden">{number}</Kbd>}
      <LaneLetter label={lane.label} />
      {lane.name !== null && <span className="truncate max-sm:hidden">{lane.name}</span>}
    </button>
  );
}
