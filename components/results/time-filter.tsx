'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { daysAgo } from '#components/results/local-days.ts';
import { NativeSelect } from '#components/ui/native-select.tsx';
import { PlainInput } from '#components/ui/plain-input.tsx';

type Range = { from: string | null; to: string | null };
type Props = Range & { onChange: (range: Range) => void };

const spans = [
  { name: 'today', days: 0 },
  { name: 'week', days: 6 },
  { name: 'month', days: 29 },
] as const;
const names = ['any', ...spans.map(({ name }) => name), 'custom'] as const;
type Name = (typeof names)[number];

const nothing = () => () => undefined;

/** null while rendering on the server, whose day may be another one. */
function useToday(): string | null {
  return useSyncExternalStore(
    nothing,
    () => daysAgo(0),
    () => null,
  );
}

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

export function TimeFilter({ from, to, onChange }: Props) {
  const t = useTranslations('results.time');
  const name = nameOf({ from, to }, useToday());
  return (
    <>
      <NativeSelect
        label={t('title')}
        value={name}
        onChange={(chosen) => onChange(rangeOf(chosen))}
        options={names.map((value) => ({ value, label: t(value) }))}
      />
      {name === 'custom' && (
        <span className="flex items-center gap-2">
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
