'use client';

import { useTranslations } from 'next-intl';
import { useToday } from '#components/leaderboard/use-today.ts';
import { WordSelect } from '#components/leaderboard/word-select.tsx';
import { daysAgo } from '#components/results/local-days.ts';

type Range = { from: string | null; to: string | null };
type Props = Range & { onChange: (range: Range) => void };

const spans = [
  { name: 'today', days: 0 },
  { name: 'week', days: 6 },
  { name: 'month', days: 29 },
] as const;
const names = ['any', ...spans.map(({ name }) => name), 'custom'] as const;
type Name = (typeof names)[number];

function nameOf({ from, to }: Range, today: string | null): Name {
  if (from === null && to === null) return 'any';
  if (today === null || to !== null) return 'custom';
  return spans.find(({ days }) => from === daysAgo(days))?.name ?? 'custom';
}

function rangeOf(name: Name): Range {
  if (name === 'any') return { from: null, to: null };
  const span = spans.find((candidate) => candidate.name === name);
  return span ? { from: daysAgo(span.days), to: null } : { from: daysAgo(29), to: daysAgo(0) };
}

/** A span of days, or two dates to choose. */
export function TimeWord({ from, to, onChange }: Props) {
  const t = useTranslations('leaderboard');
  const name = nameOf({ from, to }, useToday());
  return (
    <>
      <WordSelect
        label={t('labels.time')}
        value={name}
        onChange={(chosen) => onChange(rangeOf(chosen))}
        options={names.map((value) => ({ value, label: t(`times.${value}`) }))}
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
