'use client';

import Trash2 from 'lucide-react/icons/trash-2';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Input } from '#components/ui/input.tsx';
import { PlainInput } from '#components/ui/plain-input.tsx';
import type { View } from '#lib/preferences/view-schema.ts';

const longestName = 80;

type SaveProps = {
  isBusy: boolean;
  /** In words; null while nothing failed. */
  failure: string | null;
  onSave: (name: string) => void;
  onClose: () => void;
};

/** Gives the present filter a name. */
export function SaveViewDialog({ isBusy, failure, onSave, onClose }: SaveProps) {
  const t = useTranslations('results.savedViews');
  const tCommon = useTranslations('common');
  const [name, setName] = useState('');
  const formId = useId();
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('saveTitle')}
      description={t('saveText')}
      footer={
        <>
          <Button tone="quiet" onClick={onClose}>
            {tCommon('cancel')}
          </Button>
          <Button type="submit" form={formId} tone="primary" disabled={name.trim() === ''} isBusy={isBusy}>
            {t('saveAction')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') onSave(name);
        }}
      >
        <Field label={t('name')} error={failure}>
          <Input value={name} maxLength={longestName} onChange={(event) => setName(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}

type ManageProps = {
  views: readonly View[];
  failure: string | null;
  onRename: (view: View, name: string) => void;
  onDelete: (view: View) => void;
  onClose: () => void;
};

export function ManageViewsDialog({ views, failure, onRename, onDelete, onClose }: ManageProps) {
  const t = useTranslations('results.savedViews');
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={t('manage')}>
      {views.length === 0 && <p className="text-soft">{t('none')}</p>}
      <ul className="flex flex-col gap-2">
        {views.map((view) => (
          <ViewItem
            key={view.id}
            view={view}
            onRename={(name) => onRename(view, name)}
            onDelete={() => onDelete(view)}
          />
        ))}
      </ul>
      {failure && (
        <p role="alert" className="mt-3 text-bad text-sm">
          {failure}
        </p>
      )}
    </Dialog>
  );
}

type ItemProps = { view: View; onRename: (name: string) => void; onDelete: () => void };

function ViewItem({ view, onRename, onDelete }: ItemProps) {
  const t = useTranslations('results.savedViews');
  const [name, setName] = useState(view.name);
  const isChanged = name.trim() !== '' && name.trim() !== view.name;
  return (
    <li>
      <form
        className="flex items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (isChanged) onRename(name);
        }}
      >
        <PlainInput
          label={t('nameOf', { name: view.name })}
          value={name}
          onChange={setName}
          maxLength={longestName}
          className="min-w-0 flex-1"
        />
        <Button type="submit" disabled={!isChanged}>
          {t('rename')}
        </Button>
        <IconButton
          label={t('delete', { name: view.name })}
          icon={<Trash2 aria-hidden />}
          onClick={onDelete}
        />
      </form>
    </li>
  );
}
