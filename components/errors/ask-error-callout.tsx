'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAskErrorWords } from '#components/errors/ask-error-words.ts';
import { Callout } from '#components/ui/callout.tsx';
import { splitRetryAfter } from '#lib/endpoints/retry-after.ts';

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
  const { message, seconds } = splitRetryAfter(error.message);
  const duration = useDuration();
  return (
    <Callout tone="bad" title={what} action={action} {...(className ? { className } : {})}>
      <p>{seconds === null ? advice : t('retryAfter', { advice, duration: duration(seconds) })}</p>
      {message && (
        <p className="mt-1 break-words text-soft text-sm" dir="auto">
          {t('serverSaid', { message })}
        </p>
      )}
    </Callout>
  );
}

/** Seconds in the greatest unit that still says how long. */
function useDuration(): (seconds: number) => string {
  const format = useFormatter();
  return (seconds) => {
    const [unit, size] =
      seconds < 120
        ? (['second', 1] as const)
        : seconds < 7200
          ? (['minute', 60] as const)
          : (['hour', 3600] as const);
    return format.number(Math.ceil(seconds / size), { style: 'unit', unit, unitDisplay: 'long' });
  };
}
