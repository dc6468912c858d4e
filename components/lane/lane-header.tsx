'use client';

import CircleStop from 'lucide-react/icons/circle-stop';
import Copy from 'lucide-react/icons/copy';
import Ellipsis from 'lucide-react/icons/ellipsis';
import GitCompare from 'lucide-react/icons/git-compare';
import IdCard from 'lucide-react/icons/id-card';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import type { LaneActions } from '#components/lane/lane-actions.ts';
import { LaneStatus, type ShownStatus } from '#components/lane/lane-status.tsx';
import { LaneLetter } from '#components/lane-letter/lane-letter.tsx';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator } from '#components/ui/menu.tsx';
import type { Lane } from '#lib/arena/schema.ts';
import type { TurnStore } from '#lib/arena/turn-reader-store.ts';

type Props = {
  lane: Lane;
  lanes: readonly Lane[];
  turn: TurnStore;
  status: ShownStatus;
  /** How many its endpoint answers before this lane; null unless it waits. */
  ahead: number | null;
  actions: LaneActions;
};

/** Wakes on a change of status, never on text: the menu reads the text when it is asked for. */
export const LaneHeader = memo(function LaneHeader({ lane, lanes, turn, status, ahead, actions }: Props) {
  const t = useTranslations('lane');
  const name = lane.name ?? t('unknownName', { label: lane.label });
  const isRunning = status === 'pending' || status === 'streaming' || status === 'thinking';
  // Of a lane whose model is hidden only the letter is shown: nothing may tell it from the others.
  if (lane.name === null) return <HiddenHeader label={lane.label} name={name} />;
  return (
    <header className="flex min-h-10 items-center gap-2 px-3">
      <LaneLetter label={lane.label} />
      <h3 className="min-w-0 flex-1 truncate font-semibold" title={name}>
        {name}
      </h3>
      <LaneStatus status={status} ahead={ahead} />
      {isRunning && (
        <IconButton
          label={t('stop')}
          icon={<CircleStop aria-hidden />}
          size="sm"
          onClick={() => actions.stop(turn, lane.id)}
        />
      )}
      <Button
        tone="quiet"
        size="sm"
        aria-label={t('openCard', { name })}
        onClick={() => actions.openCard(lane)}
      >
        <IdCard aria-hidden />
        <span className="hidden @md:inline">{t('card')}</span>
      </Button>
      <LaneMenu lane={lane} lanes={lanes} turn={turn} status={status} actions={actions} />
    </header>
  );
});

function HiddenHeader({ label, name }: { label: Lane['label']; name: string }) {
  return (
    <header className="flex min-h-10 items-center gap-2 px-3">
      <LaneLetter label={label} />
      <h3 className="min-w-0 flex-1 truncate font-semibold">{name}</h3>
    </header>
  );
}

function LaneMenu({ lane, lanes, turn, status, actions }: Omit<Props, 'ahead'>) {
  const t = useTranslations('lane');
  const isRunning = status === 'pending' || status === 'streaming' || status === 'thinking';
  const others = lanes.filter((other) => other.id !== lane.id);
  return (
    <Menu
      trigger={
        <IconButton label={t('menu', { label: lane.label })} icon={<Ellipsis aria-hidden />} size="sm" />
      }
    >
      <MenuItem icon={<Copy aria-hidden />} onSelect={() => actions.copy(turn.lane(lane.id).get().text)}>
        {t('copy')}
      </MenuItem>
      <MenuItem
        icon={<RotateCcw aria-hidden />}
        isDisabled={isRunning}
        onSelect={() => actions.retry(turn, lane.id)}
      >
        {t('retry')}
      </MenuItem>
      {others.length > 0 && <MenuSeparator />}
      {others.map((other) => (
        <MenuItem
          key={other.id}
          icon={<GitCompare aria-hidden />}
          onSelect={() => actions.compare(turn, lane.id, other.id)}
        >
          {t('compareWith', { label: other.label, name: other.name ?? '' })}
        </MenuItem>
      ))}
    </Menu>
  );
}
