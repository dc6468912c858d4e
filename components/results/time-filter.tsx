'use client';

import CalendarDays from 'lucide-react/icons/calendar-days';
import { useFormatter, useTranslations } from 'next-intl';
import { daysAgo, startOfDay } from '#components/results/local-days.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Popover } from '#components/ui/popover.tsx';

type Props = {
  from: string | null;
  to: string | null;
  onChange: (change: { from: string | null; to: string | null }) => void;
};

const spans = [
  { name: 'today', days: 0 },
  { name: 'week', days: 6 },
  { name: 'month', days: 29 },
] as const;

export function TimeFilter({ from, to, onChange }: Props) {
  const t = useTranslations('results.time');
  const words = useRangeWords();
  return (
    <Popover
      title={t('title')}
      trigger={
        <Button className="font-normal">
          <CalendarDays aria-hidden />
          {words(from, to)}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap gap-2">
          {spans.map(({ name, days }) => (
            <Button key={name} size="sm" onClick={() => onChange({ from: daysAgo(days), to: null })}>
              {t(name)}
            </Button>
          ))}
          <Button size="sm" onClick={() => onChange({ from: null, to: null })}>
            {t('any')}
          </Button>
        </div>
        <div className="grid grid-cols-2 gap-3">
          <Field label={t('from')}>
            <Input
              type="date"
              value={from ?? ''}
              max={to ?? undefined}
              onValueChange={(value) => onChange({ from: value || null, to })}
            />
          </Field>
          <Field label={t('to')}>
            <Input
              type="date"
              value={to ?? ''}
              min={from ?? undefined}
              onValueChange={(value) => onChange({ from, to: value || null })}
            />
          </Field>
        </div>
      </div>
    </Popover>
  );
}

function useRangeWords(): (from: string | null, to: string | null) => string {
  const t = useTranslations('results.time');
  const format = useFormatter();
  const day = (text: string | null) => {
    const time = text === null ? null : startOfDay(text);
    return time === null ? null : format.dateTime(time, { dateStyle: 'medium' });
  };
  return (from, to) => {
    const [first, last] = [day(from), day(to)];
    if (first && last) return first === last ? first : t('between', { first, last });
    if (first) return t('since', { first });
    return last ? t('until', { last }) : t('any');
  };
}
