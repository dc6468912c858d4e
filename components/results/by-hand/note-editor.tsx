'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Textarea } from '#components/ui/textarea.tsx';

type Props = {
  text: string;
  isBusy: boolean;
  /** An empty text takes the note away. */
  onSave: (text: string) => void;
  onCancel: () => void;
};

export function NoteEditor({ text: saved, isBusy, onSave, onCancel }: Props) {
  const t = useTranslations('results.byHand');
  const tCommon = useTranslations('common');
  const [text, setText] = useState(saved);
  return (
    <form
      className="flex max-w-prose flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(text);
      }}
    >
      <Field label={t('note')} hint={t('noteHint')}>
        <Textarea
          value={text}
          maxLength={20_000}
          dir="auto"
          // Whoever opened it is about to write.
          ref={(field) => field?.focus()}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) onSave(text);
            if (event.key === 'Escape') onCancel();
          }}
        />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" size="sm" tone="primary" isBusy={isBusy}>
          {t('saveNote')}
        </Button>
        <Button size="sm" tone="quiet" onClick={onCancel}>
          {tCommon('cancel')}
        </Button>
      </div>
    </form>
  );
}
