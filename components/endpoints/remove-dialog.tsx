'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import type { Endpoint } from '#lib/endpoints/schema.ts';

type Props = {
  /** null while nothing is to be removed. */
  endpoint: Endpoint | null;
  onClose: () => void;
  onRemove: (endpoint: Endpoint) => Promise<void>;
};

export function RemoveDialog({ endpoint, onClose, onRemove }: Props) {
  const t = useTranslations('endpoints');
  const [isBusy, setIsBusy] = useState(false);
  return (
    <ConfirmDialog
      isOpen={endpoint !== null}
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={t('removeTitle', { name: endpoint?.name ?? '' })}
      description={t('removeText')}
      confirmLabel={t('removeConfirm')}
      isDangerous
      isBusy={isBusy}
      onConfirm={() => {
        if (!endpoint) return;
        setIsBusy(true);
        void onRemove(endpoint).finally(() => {
          setIsBusy(false);
          onClose();
        });
      }}
    />
  );
}
