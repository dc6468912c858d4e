'use client';

import { useTranslations } from 'next-intl';
import { useDelete, useRename } from '#app/(pages)/_compare/use-history.ts';
import { RenameDialog } from '#components/history/rename-dialog.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { showToast } from '#components/ui/toast.ts';
import type { ComparisonSummary } from '#lib/arena/history-schema.ts';

export type AskedOfHistory = { to: 'rename' | 'delete'; comparison: ComparisonSummary };

type Props = { asked: AskedOfHistory; onDone: () => void; onDeleted: (id: string) => void };

/** Loaded when first asked for. */
export function HistoryDialogs({ asked, onDone, onDeleted }: Props) {
  return asked.to === 'rename' ? (
    <Rename comparison={asked.comparison} onDone={onDone} />
  ) : (
    <Delete comparison={asked.comparison} onDone={onDone} onDeleted={onDeleted} />
  );
}

type DialogProps = { comparison: ComparisonSummary; onDone: () => void };

function Rename({ comparison, onDone }: DialogProps) {
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

function Delete({ comparison, onDone, onDeleted }: DialogProps & Pick<Props, 'onDeleted'>) {
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
