'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAskErrorWords } from '#components/errors/ask-error-words.ts';
import { Callout } from '#components/ui/callout.tsx';

type Props = {
  error: { code: string; message: string };
  /** The endpoint's name, or "Model A" while blind. */
  name: string;
  action?: ReactNode;
  className?: string;
};

/** Why an answer failed: what happened, what to do, and the server's own words. */
export function AskErrorCallout({ error, name, action, className }: Props) {
  const t = useTranslations('errors');
  const { what, advice } = useAskErrorWords()(error.code, name);
  return (
    <Callout tone="bad" title={what} action={action} {...(className ? { className } : {})}>
      <p>{advice}</p>
      {error.message && (
        <p className="mt-1 break-words text-soft text-sm" dir="auto">
          {t('serverSaid', { message: error.message })}
        </p>
      )}
    </Callout>
  );
}
