'use client';

import { useTranslations } from 'next-intl';
import { WordSelect } from '#components/leaderboard/word-select.tsx';
import { type DayRangeProps, daysOf, timeSpans, useTimeSpan } from '#components/time-span/use-time-span.ts';

/** A span of days, or two dates to choose. */
export function TimeWord({ from, to, onChange }: DayRangeProps) {
  const t = useTranslations('leaderboard');
  const name = useTimeSpan({ from, to });
  return (
    <>
      <WordSelect
        label={t('labels.time')}
        value={name}
        onChange={(chosen) => onChange(daysOf(chosen))}
        options={timeSpans.map((value) => ({ value, label: t(`times.${value}`) }))}
      />
      {name === 'custom' && (
        <>
          {' '}
          <DayInput label={t('labels.from')} value={from} onChange={(day) => onChange({ from: day, to })} />–
          <DayInput label={t('labels.to')} value={to} onChange={(day) => onChange({ from, to: day })} />
        </>
      )}
    </>
  );
}

type DayProps = { label: string; value: string | null; onChange: (day: string | null) => void };

function DayInput({ label, value, onChange }: DayProps) {
  return (
    <input
      type="date"
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
      className="tabular rounded-sm border-line-strong border-b bg-transparent px-1 font-medium text-ink touch:min-h-10"
    />
  );
}
