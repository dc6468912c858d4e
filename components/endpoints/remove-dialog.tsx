'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import type { Endpoint } from '#lib/endpoints/schema.ts';

type Props = {
  endpoint: Endpoint;
  onClose: () => void;
  onRemove: (endpoint: Endpoint) => Promise<void>;
};

export function RemoveDialog({ endpoint, onClose, onRemove }: Props) {
  const t = useTranslations('endpoints');
  const [isBusy, setIsBusy] = useState(false);
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={t('removeTitle', { name: endpoint.name })}
      description={t('removeText')}
      confirmLabel={t('removeConfirm')}
      isDangerous
      isBusy={isBusy}
      onConfirm={() => {
        setIsBusy(true);
        void onRemove(endpoint).finally(() => {
          setIsBusy(false);
          onClose();
        });
      }}
    />
  );
}
