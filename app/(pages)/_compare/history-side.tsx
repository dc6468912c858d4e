'use client';

import dynamic from 'next/dynamic';
import { useNow, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { AskedOfHistory } from '#app/(pages)/_compare/history-dialogs.tsx';
import { useHistory } from '#app/(pages)/_compare/use-history.ts';
import { HistoryPanel } from '#components/history/history-panel.tsx';

const HistoryDialogs = dynamic(
  () => import('#app/(pages)/_compare/history-dialogs.tsx').then((module) => module.HistoryDialogs),
  { loading: () => null },
);
const Sheet = dynamic(() => import('#components/ui/dialog.tsx').then((module) => module.Sheet), {
  loading: () => null,
});

type Props = {
  currentId: string | null;
  onOpen: (id: string) => void;
  onNew: () => void;
  /** Over the page on narrow screens, beside it on wide ones. */
  isSheet: boolean;
  onClose: () => void;
};

/** The comparisons of before. */
export function HistorySide({ currentId, onOpen, onNew, isSheet, onClose }: Props) {
  const t = useTranslations('history');
  const { query, setQuery, pages, comparisons } = useHistory();
  const [asked, setAsked] = useState<AskedOfHistory | null>(null);
  const afterwards = (act: () => void) => () => {
    act();
    if (isSheet) onClose();
  };
  const panel = (
    <HistoryPanel
      comparisons={comparisons}
      hasFailed={pages.isError}
      onRetry={() => void pages.refetch()}
      query={query}
      onQueryChange={setQuery}
      currentId={currentId}
      now={useNow()}
      onMore={pages.hasNextPage ? () => void pages.fetchNextPage() : null}
      onNew={afterwards(onNew)}
      onOpen={(id) => afterwards(() => onOpen(id))()}
      onRename={(comparison) => setAsked({ to: 'rename', comparison })}
      onDelete={(comparison) => setAsked({ to: 'delete', comparison })}
    />
  );
  return (
    <>
      {isSheet ? (
        <Sheet isOpen side="left" title={t('title')} onOpenChange={(isOpen) => !isOpen && onClose()}>
          {panel}
        </Sheet>
      ) : (
        <aside aria-label={t('title')} className="w-60 shrink-0 border-line border-e p-3">
          {panel}
        </aside>
      )}
      {asked && (
        <HistoryDialogs
          asked={asked}
          onDone={() => setAsked(null)}
          onDeleted={(id) => id === currentId && onNew()}
        />
      )}
    </>
  );
}
