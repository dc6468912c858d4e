'use client';

import Trophy from 'lucide-react/icons/trophy';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type BoardChoices, isDefault } from '#components/leaderboard/board-choices.ts';
import { BoardNotes } from '#components/leaderboard/board-notes.tsx';
import { BoardTable } from '#components/leaderboard/board-table.tsx';
import { Button, buttonClass } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { Board } from '#lib/rating/board-answer.ts';

type Props = { board: Board; choices: BoardChoices; onReset: () => void };

export function BoardBody({ board, choices, onReset }: Props) {
  const t = useTranslations('leaderboard');
  if (board.counts.ballots === 0) return <NoBattles isFiltered={!isDefault(choices)} onReset={onReset} />;
  return (
    <section aria-label={t('title')} className="flex min-w-0 flex-col gap-4">
      <FewVotes board={board} />
      <BoardTable board={board} />
      <BoardNotes board={board} />
    </section>
  );
}

function NoBattles({ isFiltered, onReset }: { isFiltered: boolean; onReset: () => void }) {
  const t = useTranslations('leaderboard');
  if (isFiltered) {
    return (
      <EmptyState
        title={t('emptyFiltered')}
        action={<Button onClick={onReset}>{t('settings.reset')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={<Trophy aria-hidden />}
      title={t('emptyTitle')}
      description={t('emptyText')}
      action={
        <Link href="/battle" className={buttonClass('primary')}>
          {t('emptyAction')}
        </Link>
      }
    />
  );
}

/** Battles per model from which on the order has begun to settle. */
const enough = 30;

function FewVotes({ board }: { board: Board }) {
  const t = useTranslations('leaderboard');
  const ranked = board.rows.filter(({ status }) => status === 'ranked').length;
  if (ranked === 0) {
    return (
      <Callout tone="info" title={t('notRankedTitle')}>
        {t('notRankedText')}
      </Callout>
    );
  }
  // Every pair is a battle of two.
  if ((2 * board.counts.pairs) / ranked >= enough) return null;
  return (
    <Callout tone="info" title={t('fewTitle')}>
      {t('fewText', { ballots: board.counts.ballots })}
    </Callout>
  );
}
