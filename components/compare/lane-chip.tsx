'use client';

import ArrowLeft from 'lucide-react/icons/arrow-left';
import ArrowRight from 'lucide-react/icons/arrow-right';
import ChevronDown from 'lucide-react/icons/chevron-down';
import CopyPlus from 'lucide-react/icons/copy-plus';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import X from 'lucide-react/icons/x';
import { useTranslations } from 'next-intl';
import type { PickableEndpoint } from '#components/compare/endpoint-picker.tsx';
import { LazyPicker } from '#components/compare/lazy-picker.tsx';
import { OptionsButton } from '#components/compare/options-button.tsx';
import type { Options } from '#components/compare/options-panel.tsx';
import type { LaneSetup } from '#components/compare/setup.ts';
import { LaneLetter } from '#components/lane-letter/lane-letter.tsx';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#components/ui/class-names.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import type { Drag, useDrag } from '#components/ui/use-drag.ts';
import type { LaneLabel } from '#lib/arena/schema.ts';

export type LaneChipProps = {
  label: LaneLabel;
  lane: LaneSetup;
  shared: Options;
  endpoints: readonly PickableEndpoint[];
  position: number;
  drag: Drag<number> | null;
  /** On which side of this chip the dragged one will stand; null when it is not over it. */
  dropSide: 'before' | 'after' | null;
  dragProps: ReturnType<ReturnType<typeof useDrag>['propsOf']>;
  /** Moves by -1 or 1; null at that end of the row. */
  move: Partial<Record<-1 | 1, () => void>>;
  onChange: (lane: LaneSetup) => void;
  onRemove: () => void;
  /** Null when there is no room for another lane. */
  onDuplicate: (() => void) | null;
};

/** One lane of what will be asked: its endpoint, its own settings, its place. */
export function LaneChip({ label, lane, shared, endpoints, onChange, ...rest }: LaneChipProps) {
  const { position, drag, dropSide, dragProps, ...actions } = rest;
  const t = useTranslations('compare.lanes');
  const tOptions = useTranslations('compare.options');
  const endpoint = endpoints.find(({ id }) => id === lane.endpointId);
  const name = endpoint?.name ?? t('gone');
  return (
    <li
      {...dragProps}
      // A finger scrolls the row; it drags by the letter.
      onPointerDown={(event) => {
        const isLetter = event.target instanceof Element && event.target.closest('[data-handle]') !== null;
        if (event.pointerType !== 'touch' || isLetter) dragProps.onPointerDown(event);
      }}
      data-drop={`lane:${position}`}
      style={drag === null ? undefined : { translate: `${drag.x}px ${drag.y}px` }}
      className={cn(
        'relative flex h-9 min-w-44 select-none items-center gap-0.5 rounded-lg border border-line bg-panel ps-2 pe-0.5 max-sm:shrink-0 touch:h-11',
        drag !== null && 'pointer-events-none z-10 bg-raised opacity-90 shadow-float',
      )}
    >
      {dropSide && (
        <span
          aria-hidden
          className={cn(
            'absolute inset-y-0.5 w-0.5 rounded-sm bg-accent',
            dropSide === 'before' ? '-start-[5px]' : '-end-[5px]',
          )}
        />
      )}
      <span data-handle title={t('drag')} className="flex cursor-grab touch-none items-center self-stretch">
        <LaneLetter label={label} />
      </span>
      <LazyPicker
        endpoints={endpoints}
        value={lane.endpointId}
        onPick={(endpointId) => onChange({ ...lane, endpointId })}
        trigger={
          <Button
            tone="quiet"
            size="sm"
            className="min-w-0 shrink text-ink"
            aria-label={t('change', { label, name })}
          >
            {!endpoint && <TriangleAlert aria-hidden className="text-warn" />}
            <span className="max-w-40 truncate">{name}</span>
            <ChevronDown aria-hidden className="text-faint" />
          </Button>
        }
      />
      <OptionsButton
        label={t('options', { label })}
        title={tOptions('lane', { label, name })}
        hint={tOptions('laneHint')}
        options={lane}
        inherited={shared}
        onChange={(options) => onChange({ ...lane, ...options })}
      >
        <ChipActions {...actions} />
      </OptionsButton>
      <IconButton label={t('remove')} icon={<X aria-hidden />} size="sm" onClick={actions.onRemove} />
    </li>
  );
}

type ActionsProps = Pick<LaneChipProps, 'move' | 'onDuplicate'>;

function ChipActions({ move, onDuplicate }: ActionsProps) {
  const t = useTranslations('compare.lanes');
  return (
    <div className="mt-4 flex flex-wrap gap-2 border-line border-t pt-3">
      <Button size="sm" disabled={!move[-1]} onClick={move[-1]}>
        <ArrowLeft aria-hidden className="rtl:rotate-180" />
        {t('moveLeft')}
      </Button>
      <Button size="sm" disabled={!move[1]} onClick={move[1]}>
        <ArrowRight aria-hidden className="rtl:rotate-180" />
        {t('moveRight')}
      </Button>
      {onDuplicate && (
        <Button size="sm" onClick={onDuplicate}>
          <CopyPlus aria-hidden />
          {t('duplicate')}
        </Button>
      )}
    </div>
  );
}
