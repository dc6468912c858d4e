'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { PlainInput } from '#components/ui/plain-input.tsx';

type Props = { isBusy: boolean; onExclude: (reason: string) => void; onCancel: () => void };

/** As long as the server takes. */
export const longestReason = 200;
const suggested = ['test', 'offTopic', 'spam'] as const;

/** Reasons that are given often, for a field's `list`. */
export function ReasonList({ id }: { id: string }) {
  const t = useTranslations('results.byHand.suggestions');
  return (
    <datalist id={id}>
      {suggested.map((reason) => (
        <option key={reason} value={t(reason)} />
      ))}
    </datalist>
  );
}

export function ExclusionForm({ isBusy, onExclude, onCancel }: Props) {
  const t = useTranslations('results.byHand');
  const tCommon = useTranslations('common');
  const [reason, setReason] = useState('');
  const listId = useId();
  return (
    <form
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onExclude(reason);
      }}
    >
      <PlainInput
        ref={(field) => field?.focus()}
        label={t('reason')}
        placeholder={t('reason')}
        value={reason}
        onChange={setReason}
        maxLength={longestReason}
        list={listId}
        autoComplete="off"
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
        className="w-64"
      />
      <ReasonList id={listId} />
      <Button type="submit" tone="danger" disabled={reason.trim() === ''} isBusy={isBusy}>
        {t('exclude')}
      </Button>
      <Button tone="quiet" onClick={onCancel}>
        {tCommon('cancel')}
      </Button>
    </form>
  );
}
