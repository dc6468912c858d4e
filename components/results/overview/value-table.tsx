'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ValueRow } from '#components/results/overview/value-row.ts';
import { cn } from '#components/ui/class-names.ts';

type Props = {
  /** Heads the first column. */
  of: string;
  rows: readonly ValueRow[];
  /** How many values there are beyond the rows. */
  further?: number;
};

/** A chart in numbers, with all its rows; each filters like its bar. */
export function ValueTable({ of, rows, further = 0 }: Props) {
  const t = useTranslations('results.overview');
  const format = useFormatter();
  const parts = rows[0]?.parts ?? [];
  return (
    <div className="-mx-2 overflow-x-auto">
      <table className="tabular w-full text-sm">
        <thead className="text-soft">
          <tr>
            <th scope="col" className="px-2 py-1 text-left font-normal">
              {of}
            </th>
            {[...parts.map(({ name }) => name), t(parts.length > 0 ? 'answers' : 'judgements')].map(
              (name) => (
                <th key={name} scope="col" className="px-2 py-1 text-right font-normal">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, count, isChosen, onToggle, parts: own = [] }) => (
            <tr key={key} className={cn('border-line border-t', isChosen && 'bg-selected')}>
              <th scope="row" className="px-2 text-left font-normal">
                <button
                  type="button"
                  aria-pressed={isChosen}
                  onClick={onToggle}
                  className="min-h-6 text-left underline decoration-line-strong underline-offset-2 hover:decoration-ink touch:min-h-10"
                >
                  <bdi>{label}</bdi>
                </button>
              </th>
              {[
                ...own.map((part) => ({ name: part.name, value: part.count })),
                { name: '', value: count },
              ].map(({ name, value }) => (
                <td key={name} className="px-2 py-1 text-right">
                  {format.number(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {further > 0 && <p className="px-2 py-1 text-faint text-sm">{t('more', { count: further })}</p>}
    </div>
  );
}
