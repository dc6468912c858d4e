'use client';

import ArrowLeftRight from 'lucide-react/icons/arrow-left-right';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type DiffLane, DiffView } from '#components/diff/diff-view.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Select } from '#components/ui/select.tsx';
import { ToggleGroup } from '#components/ui/toggle-group.tsx';

export type DiffDialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** At least two answers that have text. */
  lanes: readonly DiffLane[];
  /** The two compared first; the first two lanes without it. */
  pair?: readonly [string, string];
};

type View = 'inline' | 'sideBySide';

/** Any two answers of a turn, word by word. Heavy with its differ: load it lazily. */
export function DiffDialog({ isOpen, onOpenChange, lanes, pair }: DiffDialogProps) {
  const t = useTranslations('diff');
  const [view, setView] = useState<View>('inline');
  const [fromId, setFrom] = useState(pair?.[0] ?? lanes[0]?.laneId ?? '');
  const [toId, setTo] = useState(pair?.[1] ?? lanes[1]?.laneId ?? '');
  const from = lanes.find((lane) => lane.laneId === fromId);
  const to = lanes.find((lane) => lane.laneId === toId);
  const options = lanes.map(({ laneId, label, name }) => ({
    value: laneId,
    label: name === null ? label : t('answer', { label, name }),
  }));
  const swap = () => {
    setFrom(toId);
    setTo(fromId);
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={t('title')}
      className="sm:h-[86dvh] sm:w-[min(72rem,calc(100vw-2rem))]"
    >
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <Select
          label={t('from')}
          value={fromId}
          onChange={(next) => (next === toId ? swap() : setFrom(next))}
          options={options}
          className="w-auto max-w-60"
        />
        <IconButton label={t('swap')} icon={<ArrowLeftRight aria-hidden />} onClick={swap} />
        <Select
          label={t('to')}
          value={toId}
          onChange={(next) => (next === fromId ? swap() : setTo(next))}
          options={options}
          className="w-auto max-w-60"
        />
        <ToggleGroup
          label={t('view')}
          value={view}
          onChange={(next) => setView(next ?? view)}
          options={[
            { value: 'inline', label: t('inline') },
            { value: 'sideBySide', label: t('sideBySide') },
          ]}
        />
      </div>
      {from && to && <DiffView from={from} to={to} isSideBySide={view === 'sideBySide'} />}
    </Dialog>
  );
}
