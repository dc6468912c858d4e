'use client';

import Copy from 'lucide-react/icons/copy';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import type { LaneActions } from '#components/lane/lane-actions.ts';
import { LaneAnswer } from '#components/lane/lane-answer.tsx';
import { LaneHeader } from '#components/lane/lane-header.tsx';
import { LaneMetrics } from '#components/lane/lane-metrics.tsx';
import { shownStatus } from '#components/lane/lane-status.tsx';
import { useCell } from '#components/lane/use-cell.ts';
import { useStayInSight } from '#components/lane/use-stay-in-sight.ts';
import { laneHue } from '#components/lane-letter/lane-hue.ts';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#components/ui/class-names.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import type { Lane, Response } from '#lib/arena/schema.ts';
import type { TurnStore } from '#lib/arena/turn-reader-store.ts';
import { isFinal } from '#lib/arena/turn-reader-view.ts';

type Props = {
  lane: Lane;
  lanes: readonly Lane[];
  turn: TurnStore;
  actions: LaneActions;
  className?: string;
};

/** One answer. It alone renders when its text grows. */
export const LaneColumn = memo(function LaneColumn({ lane, lanes, turn, actions, className }: Props) {
  const t = useTranslations('lane');
  const response = useCell(turn.lane(lane.id));
  const ahead = useCell(turn.ahead(lane.id));
  const name = lane.name ?? t('unknownName', { label: lane.label });
  const answer = useStayInSight(isFinal(response));
  return (
    <article
      aria-label={t('region', { label: lane.label, name })}
      aria-busy={!isFinal(response)}
      data-lane={lane.label}
      data-status={response.status}
      tabIndex={-1}
      className={cn(
        '@container flex min-w-0 flex-col rounded-lg border border-line bg-panel outline-offset-0',
        className,
      )}
    >
      <div
        className="sticky top-0 z-10 rounded-t-lg border-line border-t-3 border-b bg-panel"
        style={{ borderTopColor: laneHue(lane.label) }}
      >
        <LaneHeader
          lane={lane}
          lanes={lanes}
          turn={turn}
          status={shownStatus(response)}
          ahead={ahead}
          actions={actions}
        />
      </div>
      <div className="flex-1">
        <div ref={answer} className="px-4 py-3">
          <LaneAnswer response={response} name={name} />
        </div>
      </div>
      {isFinal(response) && <LaneFooter lane={lane} turn={turn} response={response} actions={actions} />}
    </article>
  );
});

type FooterProps = { lane: Lane; turn: TurnStore; response: Response; actions: LaneActions };

function LaneFooter({ lane, turn, response, actions }: FooterProps) {
  const t = useTranslations('lane');
  const canRetry = lane.name !== null && (response.status !== 'complete' || response.text === '');
  return (
    <footer className="flex min-h-10 flex-wrap items-center justify-between gap-2 px-4 pb-2">
      <LaneMetrics response={response} />
      <span className="ms-auto flex items-center gap-1">
        {canRetry && (
          <Button size="sm" onClick={() => actions.retry(turn, lane.id)}>
            <RotateCcw aria-hidden />
            {t('retry')}
          </Button>
        )}
        {response.text !== '' && (
          <IconButton
            label={t('copy')}
            icon={<Copy aria-hidden />}
            size="sm"
            onClick={() => actions.copy(response.text)}
          />
        )}
      </span>
    </footer>
  );
}
