'use client';

import Ban from 'lucide-react/icons/ban';
import History from 'lucide-react/icons/history';
import Tags from 'lucide-react/icons/tags';
import { useTranslations } from 'next-intl';
import type { BulkKind } from '#components/results/by-hand/bulk-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';

type Props = {
  /** There is something to change. */
  hasMatches: boolean;
  onOpen: (kind: BulkKind) => void;
  onActions: () => void;
};

/** What can be done to all records of the list at once. */
export function BulkBar({ hasMatches, onOpen, onActions }: Props) {
  const t = useTranslations('results.bulk');
  const tChanges = useTranslations('results.changes');
  return (
    <div role="toolbar" aria-label={t('title')} className="flex flex-wrap items-center gap-1">
      {hasMatches && (
        <>
          <Button size="sm" tone="quiet" aria-haspopup="dialog" onClick={() => onOpen('tag')}>
            <Tags aria-hidden />
            {t('openTag')}
          </Button>
          <Button size="sm" tone="quiet" aria-haspopup="dialog" onClick={() => onOpen('exclude')}>
            <Ban aria-hidden />
            {t('openExclude')}
          </Button>
        </>
      )}
      <IconButton
        label={tChanges('title')}
        icon={<History aria-hidden />}
        size="sm"
        aria-haspopup="dialog"
        onClick={onActions}
      />
    </div>
  );
}
