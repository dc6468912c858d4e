'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ValueRow } from '#components/results/overview/value-row.ts';
import { cn } from '#components/ui/class-names.ts';

type Props = {
  rows: readonly ValueRow[];
  /** How many values there are beyond the rows. */
  further: number;
  /** Said where there are none. */
  none: string;
  /** Rows to show. */
  most: number;
};

/** The most frequent values, each a button that filters by it. */
export function ValueBars({ rows, further, none, most }: Props) {
  const t = useTranslations('results.overview');
  const highest = Math.max(1, ...rows.map(({ count }) => count));
  const left = further + Math.max(0, rows.length - most);
  if (rows.length === 0) return <p className="text-faint text-sm">{none}</p>;
  return (
    <ul className="flex flex-col">
      {rows.slice(0, most).map((row) => (
        <li key={row.key}>
          <ValueBar row={row} highest={highest} />
        </li>
      ))}
      {left > 0 && <li className="text-faint text-xs">{t('more', { count: left })}</li>}
    </ul>
  );
}

function ValueBar({ row, highest }: { row: ValueRow; highest: number }) {
  const t = useTranslations('results.overview');
  const format = useFormatter();
  const { label, count, isChosen, onToggle, parts = [], tone = 'bg-line-strong' } = row;
  const words = parts.filter((part) => part.count > 0).map((part) => t('part', part));
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      aria-label={
        words.length > 0
          ? t('answersBar', { label, count, parts: format.list(words) })
          : t('bar', { label, count })
      }
      onClick={onToggle}
      className={cn(
        '-mx-1.5 flex w-[calc(100%+0.75rem)] flex-col justify-center gap-0.5 rounded-sm px-1.5 py-0.5 text-left hover:bg-hover touch:min-h-10',
        isChosen && 'bg-selected font-medium',
      )}
    >
      <span className="flex w-full items-baseline justify-between gap-2 text-xs">
        <bdi className="truncate">{label}</bdi>
        <span className="tabular text-soft">{format.number(count)}</span>
      </span>
      <span
        className="flex h-1.5 min-w-0.5 gap-px"
        style={{ width: `${((100 * count) / highest).toFixed(2)}%` }}
      >
        {(parts.length > 0 ? parts : [{ name: label, count, tone }]).map(
          (part) =>
            part.count > 0 && (
              <span
                key={part.name}
                className={cn('rounded-[1px]', part.tone)}
                style={{ flex: `${part.count} 1 0` }}
              />
            ),
        )}
      </span>
    </button>
  );
}
