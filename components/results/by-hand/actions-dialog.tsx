'use client';

import Undo2 from 'lucide-react/icons/undo-2';
import { useFormatter, useTranslations } from 'next-intl';
import { useExclusionName } from '#components/results/use-exclusion-name.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { LocalTime } from '#components/ui/local-time.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { Action } from '#lib/preferences/change-schema.ts';

type Props = {
  /** Newest first; undefined while they are loaded. */
  actions: readonly Action[] | undefined;
  onUndo: (id: string) => void;
  /** The action that is being undone. */
  busyId: string | null;
  onClose: () => void;
};

/** What was done by hand of late, each to be undone also when its notice is gone. */
export function ActionsDialog({ actions, onUndo, busyId, onClose }: Props) {
  const t = useTranslations('results.changes');
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={t('title')} description={t('text')}>
      {actions === undefined && <Skeleton className="h-24 w-full" />}
      {actions?.length === 0 && <p className="text-soft">{t('none')}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {actions?.map((action) => (
          <ActionItem
            key={action.id}
            action={action}
            isBusy={busyId === action.id}
            onUndo={() => onUndo(action.id)}
          />
        ))}
      </ul>
    </Dialog>
  );
}

function ActionItem({ action, isBusy, onUndo }: { action: Action; isBusy: boolean; onUndo: () => void }) {
  const t = useTranslations('results');
  const format = useFormatter();
  const exclusionName = useExclusionName();
  const { kind, value, ballots, createdAt, undoneAt } = action;
  return (
    <li className="flex items-center gap-3 py-2">
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate">
          {t(`byHand.done.${kind}`, { value: kind === 'include' ? exclusionName(value) : value })}
        </p>
        <p className="tabular text-faint text-sm">
          <LocalTime iso={createdAt} dateStyle="short" />
          {' · '}
          {t('count', { count: ballots, number: format.number(ballots) })}
        </p>
      </div>
      {undoneAt === null ? (
        <Button size="sm" isBusy={isBusy} onClick={onUndo}>
          <Undo2 aria-hidden />
          {t('byHand.undo')}
        </Button>
      ) : (
        <span className="text-faint text-sm">{t('byHand.undone')}</span>
      )}
    </li>
  );
}
