'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import type { ReactNode, RefCallback } from 'react';
import { useBoard } from '#app/_lib/client/use-board.ts';
import { useErrorText } from '#app/_lib/client/use-error-text.ts';
import { useScreening } from '#app/_lib/client/use-screening.ts';
import { useSeen } from '#app/(pages)/leaderboard/_view/use-seen.ts';
import { defaultChoices } from '#components/leaderboard/board-choices.ts';
import { TopChangeNote } from '#components/leaderboard/top-change-note.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';

const WinMatrix = dynamic(() =>
  import('#components/leaderboard/win-matrix.tsx').then((module) => module.WinMatrix),
);
const RatingHistory = dynamic(() =>
  import('#components/leaderboard/rating-history.tsx').then((module) => module.RatingHistory),
);
const AgreementPanel = dynamic(() =>
  import('#components/leaderboard/agreement-panel.tsx').then((module) => module.AgreementPanel),
);

type PanelProps = { search: string };

/** Below the table; each is asked for when it comes into sight. */
export function BoardPanels({ search }: PanelProps) {
  return (
    <>
      <TopChange search={search} />
      <MatrixPanel search={search} />
      <HistoryPanel search={search} />
      <Agreement search={search} />
    </>
  );
}

function TopChange({ search }: PanelProps) {
  const { data, error } = useBoard('/robustness', search);
  if (error) return null;
  const ties = new URLSearchParams(search).get('ties') ?? defaultChoices.ties;
  if (!data) return <Skeleton className="h-5 w-80 max-w-full" />;
  return <TopChangeNote robustness={data} isOnOtherTies={data.ties !== ties} />;
}

function MatrixPanel({ search }: PanelProps) {
  const t = useTranslations('leaderboard.matrix');
  const [ref, isSeen] = useSeen();
  const { data, error } = useBoard('/matrix', search, isSeen);
  return (
    <Panel ref={ref} title={t('title')} error={error} isReady={data !== undefined}>
      {data && <WinMatrix matrix={data} />}
    </Panel>
  );
}

function HistoryPanel({ search }: PanelProps) {
  const t = useTranslations('leaderboard.history');
  const [ref, isSeen] = useSeen();
  const { data, error } = useBoard('/history', search, isSeen);
  return (
    <Panel ref={ref} title={t('title')} error={error} isReady={data !== undefined}>
      {data && <RatingHistory history={data} />}
    </Panel>
  );
}

function Agreement({ search }: PanelProps) {
  const t = useTranslations('leaderboard.agreement');
  const [ref, isSeen] = useSeen();
  const { data, error } = useBoard('/agreement', search, isSeen);
  const screening = useScreening();
  return (
    <Panel ref={ref} title={t('title')} error={error} isReady={data !== undefined}>
      {data && <AgreementPanel agreement={data} screening={screening} />}
    </Panel>
  );
}

type FrameProps = {
  ref: RefCallback<HTMLElement>;
  title: string;
  error: unknown;
  isReady: boolean;
  children: ReactNode;
};

function Panel({ ref, title, error, isReady, children }: FrameProps) {
  const errorText = useErrorText();
  return (
    <section ref={ref} aria-label={title} className="flex min-w-0 flex-col gap-3 border-line border-t pt-4">
      <h2 className="font-semibold text-lg leading-snug">{title}</h2>
      {error ? <Callout tone="bad">{errorText(error)}</Callout> : null}
      {!(error || isReady) && <Skeleton className="h-48 w-full" />}
      {error ? null : children}
    </section>
  );
}
