'use client';

import { useNow, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDelete, useHistory, useRename } from '#app/(pages)/_compare/use-history.ts';
import { HistoryPanel } from '#components/history/history-panel.tsx';
import { RenameDialog } from '#components/history/rename-dialog.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { Sheet } from '#components/ui/dialog.tsx';
import { showToast } from '#components/ui/toast.ts';
import type { ComparisonSummary } from '#lib/arena/history-schema.ts';

type Props = {
  currentId: string | null;
  onOpen: (id: string) => void;
  onNew: () => void;
  /** Over the page on narrow screens, beside it on wide ones. */
  isSheet: boolean;
  onClose: () => void;
};

type Asked = { to: 'rename' | 'delete'; comparison: ComparisonSummary };

/** The comparisons of before. */
export function HistorySide({ currentId, onOpen, onNew, isSheet, onClose }: Props) {
  const t = useTranslations('history');
  const { query, setQuery, pages, comparisons } = useHistory();
  const [asked, setAsked] = useState<Asked | null>(null);
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
      {asked?.to === 'rename' && <Rename {...asked} onDone={() => setAsked(null)} />}
      {asked?.to === 'delete' && (
        <Delete {...asked} onDone={() => setAsked(null)} onDeleted={(id) => id === currentId && onNew()} />
      )}
    </>
  );
}

type AskedProps = { comparison: ComparisonSummary; onDone: () => void };

function Rename({ comparison, onDone }: AskedProps) {
  const rename = useRename();
  return (
    <RenameDialog
      title={comparison.title}
      isBusy={rename.isPending}
      hasFailed={rename.isError}
      onClose={onDone}
      onRename={(title) => rename.mutate({ id: comparison.id, title }, { onSuccess: onDone })}
    />
  );
}

function Delete({ comparison, onDone, onDeleted }: AskedProps & { onDeleted: (id: string) => void }) {
  const t = useTranslations('history');
  const remove = useDelete();
  const confirm = () =>
    remove.mutate(comparison.id, {
      onSuccess: () => {
        onDone();
        onDeleted(comparison.id);
      },
      onError: () => showToast({ title: t('deleteFailed'), tone: 'bad' }),
    });
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('deleteTitle')}
      description={t('deleteText', { title: comparison.title || t('untitled') })}
      confirmLabel={t('delete')}
      isBusy={remove.isPending}
      onConfirm={confirm}
      onOpenChange={(isOpen) => !isOpen && onDone()}
    />
  );
}
