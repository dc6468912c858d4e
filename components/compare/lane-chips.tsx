'use client';

import Plus from 'lucide-react/icons/plus';
import { useTranslations } from 'next-intl';
import type { PickableEndpoint } from '#components/compare/endpoint-picker.tsx';
import { LaneChip } from '#components/compare/lane-chip.tsx';
import { LazyPicker } from '#components/compare/lazy-picker.tsx';
import {
  maxLanes,
  moveLane,
  newLane,
  removeLane,
  replaceLane,
  type Setup,
} from '#components/compare/setup.ts';
import { Button } from '#components/ui/button.tsx';
import { useDrag } from '#components/ui/use-drag.ts';
import { laneLabels } from '#lib/arena/lane-labels.ts';

type Props = {
  setup: Setup;
  endpoints: readonly PickableEndpoint[];
  onChange: (setup: Setup) => void;
  isAdding: boolean;
  onAddingChange: (isAdding: boolean) => void;
};

/** Written into `data-drop` of each chip: the place it stands at. */
function parseDrop(drop: string): number | null {
  const [kind, place] = drop.split(':');
  return kind === 'lane' ? Number(place) : null;
}

/** Where the dragged chip will stand beside the one it is let go on: what it passes makes room. */
function sideOf(from: number, to: number): 'before' | 'after' | null {
  if (from === to) return null;
  return to < from ? 'before' : 'after';
}

/** The lanes that will be asked, in order; dragged, or moved from the keyboard in each one's settings. */
export function LaneChips({ setup, endpoints, onChange, isAdding, onAddingChange }: Props) {
  const t = useTranslations('compare.lanes');
  const isFull = setup.lanes.length >= maxLanes;
  const add = (lane: Setup['lanes'][number]) => onChange({ ...setup, lanes: [...setup.lanes, lane] });
  const moveTo = (from: number, to: number) =>
    to < 0 || to >= setup.lanes.length ? undefined : () => onChange(moveLane(setup, from, to));
  const { drag, propsOf } = useDrag(parseDrop, (from, to) => onChange(moveLane(setup, Number(from), to)));
  return (
    <ul
      aria-label={t('label')}
      // One row at any number of lanes: chips share its width, and scroll where they would be too narrow.
      className="-my-1 flex min-w-0 flex-1 items-center gap-2 overflow-x-auto py-1"
    >
      {laneLabels.slice(0, setup.lanes.length).map((label, position) => {
        const lane = setup.lanes[position];
        if (!lane) return null;
        const [left, right] = [moveTo(position, position - 1), moveTo(position, position + 1)];
        return (
          <LaneChip
            key={label}
            label={label}
            lane={lane}
            shared={setup}
            endpoints={endpoints}
            position={position}
            drag={drag?.id === `${position}` ? drag : null}
            dropSide={drag?.over === position ? sideOf(Number(drag.id), position) : null}
            dragProps={propsOf(`${position}`)}
            move={{ ...(left && { [-1]: left }), ...(right && { 1: right }) }}
            onChange={(next) => onChange(replaceLane(setup, position, next))}
            onRemove={() => onChange(removeLane(setup, position))}
            onDuplicate={isFull ? null : () => add({ ...lane })}
          />
        );
      })}
      <li className="shrink-0">
        <LazyPicker
          endpoints={endpoints}
          value={null}
          onPick={(endpointId) => add(newLane(endpointId))}
          isOpen={isAdding && !isFull}
          onOpenChange={onAddingChange}
          trigger={
            <Button tone="quiet" size="sm" disabled={isFull} aria-label={isFull ? t('full') : t('add')}>
              <Plus aria-hidden />
              {setup.lanes.length < 4 ? t('add') : null}
            </Button>
          }
        />
      </li>
    </ul>
  );
}
