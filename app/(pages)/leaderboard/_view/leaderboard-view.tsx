'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useDeferredValue, useMemo } from 'react';
import { useBoard } from '#app/_lib/client/use-board.ts';
import { BoardBody } from '#app/(pages)/leaderboard/_view/board-body.tsx';
import { BoardFailure } from '#app/(pages)/leaderboard/_view/board-failure.tsx';
import { BoardPanels } from '#app/(pages)/leaderboard/_view/board-panels.tsx';
import { toBoardSearch, useBoardChoices } from '#app/(pages)/leaderboard/_view/use-board-choices.ts';
import { defaultChoices } from '#components/leaderboard/board-choices.ts';
import { BoardSettings } from '#components/leaderboard/board-settings.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';

const noOptions = { languages: [], categories: [] };

export function LeaderboardView() {
  const t = useTranslations('leaderboard');
  const format = useFormatter();
  const { choices, change } = useBoardChoices();
  const shown = useDeferredValue(choices);
  const search = useMemo(() => toBoardSearch(shown).toString(), [shown]);
  const query = useBoard('', search);
  const options = useBoard('/options', '');
  const board = query.data;
  const hasBattles = board !== undefined && board.counts.ballots > 0;
  return (
    <div className="mx-auto flex w-full max-w-6xl min-w-0 flex-col gap-6 p-4 md:p-6">
      <header className="flex flex-col gap-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h1 className="font-semibold text-xl">{t('title')}</h1>
          <p role="status" className="tabular text-soft text-sm">
            {hasBattles &&
              t('summary', { ballots: board.counts.ballots, number: format.number(board.counts.ballots) })}
          </p>
        </div>
        <p className="text-soft">{t('intro')}</p>
      </header>
      <BoardSettings
        choices={choices}
        onChange={change}
        contestants={board?.rows.filter(({ status }) => status === 'ranked') ?? []}
        options={options.data ?? noOptions}
      />
      {query.isError ? (
        <BoardFailure
          error={query.error}
          onRetry={() => void query.refetch()}
          onDropAnchor={() => change({ anchor: null, anchorRating: defaultChoices.anchorRating })}
        />
      ) : board ? (
        <BoardBody board={board} choices={choices} onReset={() => change(defaultChoices)} />
      ) : (
        <Skeleton className="h-96 w-full" />
      )}
      {hasBattles && !query.isError && <BoardPanels search={search} />}
    </div>
  );
}
