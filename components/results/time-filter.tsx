'use client';

import { useTranslations } from 'next-intl';
import { type DayRangeProps, daysOf, timeSpans, useTimeSpan } from '#components/time-span/use-time-span.ts';
import { NativeSelect } from '#components/ui/native-select.tsx';
import { PlainInput } from '#components/ui/plain-input.tsx';

export function TimeFilter({ from, to, onChange }: DayRangeProps) {
  const t = useTranslations('results.time');
  const name = useTimeSpan({ from, to });
  return (
    <>
      <NativeSelect
        label={t('title')}
        value={name}
        onChange={(chosen) => onChange(daysOf(chosen))}
        options={timeSpans.map((value) => ({ value, label: t(value) }))}
      />
      {name === 'custom' && (
        <span className="col-span-full flex items-center gap-2">
          <PlainInput
            type="date"
            label={t('from')}
            value={from ?? ''}
            max={to ?? undefined}
            onChange={(day) => onChange({ from: day || null, to })}
          />
          <span aria-hidden>–</span>
          <PlainInput
            type="date"
            label={t('to')}
            value={to ?? ''}
            min={from ?? undefined}
            onChange={(day) => onChange({ from, to: day || null })}
          />
        </span>
      )}
    </>
  );
}
