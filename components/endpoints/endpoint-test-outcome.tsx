'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { AskErrorCallout } from '#components/errors/ask-error-callout.tsx';
import { Callout } from '#components/ui/callout.tsx';
import type { EndpointTestResult } from '#lib/endpoints/schema.ts';

export type EndpointTestState =
  | { state: 'running' }
  | { state: 'done'; result: EndpointTestResult }
  /** Baijia itself could not test; already in words. */
  | { state: 'failed'; message: string };

export function EndpointTestOutcome({ test, name }: { test: EndpointTestState; name: string }) {
  const t = useTranslations('endpoints');
  return (
    <div aria-live="polite">
      {test.state === 'running' && <p className="text-soft text-sm">{t('testing')}</p>}
      {test.state === 'failed' && <Callout tone="bad">{test.message}</Callout>}
      {test.state === 'done' && <Outcome result={test.result} name={name} />}
    </div>
  );
}

function Outcome({ result, name }: { result: EndpointTestResult; name: string }) {
  const t = useTranslations('endpoints');
  const format = useFormatter();
  if (!result.ok) {
    return <AskErrorCallout error={result.error ?? { code: 'unknown', message: '' }} name={name} />;
  }
  const ms = result.timeToFirstTextMs;
  const time =
    ms === null
      ? null
      : format.number(ms / 1000, {
          style: 'unit',
          unit: 'second',
          unitDisplay: 'narrow',
          maximumFractionDigits: 2,
        });
  return (
    <Callout tone="good" title={time === null ? t('testOk') : t('testOkAfter', { time })}>
      {result.text && (
        <blockquote dir="auto" className="line-clamp-3 text-soft text-sm">
          {result.text}
        </blockquote>
      )}
    </Callout>
  );
}
