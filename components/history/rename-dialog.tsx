'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';

type Props = {
  title: string;
  isBusy: boolean;
  hasFailed: boolean;
  onRename: (title: string) => void;
  onClose: () => void;
};

export function RenameDialog({ title, isBusy, hasFailed, onRename, onClose }: Props) {
  const t = useTranslations('history');
  const tCommon = useTranslations('common');
  const [name, setName] = useState(title);
  const formId = useId();
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('renameTitle')}
      footer={
        <>
          <Button tone="quiet" onClick={onClose}>
            {tCommon('cancel')}
          </Button>
          <Button type="submit" form={formId} tone="primary" disabled={name.trim() === ''} isBusy={isBusy}>
            {t('rename')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') onRename(name.trim());
        }}
      >
        <Field label={t('name')}>
          <Input value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
        </Field>
        {hasFailed && <Callout tone="bad" isAlert title={t('renameFailed')} />}
      </form>
    </Dialog>
  );
}
