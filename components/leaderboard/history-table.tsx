'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { Line } from '#components/leaderboard/history-lines.ts';
import type { BoardHistory } from '#lib/rating/board-answer.ts';

type Props = { history: BoardHistory; lines: readonly Line[] };

/** The chart in numbers, for who reads rather than looks. */
export function HistoryTable({ history, lines }: Props) {
  const t = useTranslations('leaderboard.history');
  const format = useFormatter();
  const number = (value: number | undefined) =>
    value === undefined ? '–' : format.number(value, { maximumFractionDigits: 0 });
  return (
    <details>
      <summary className="w-fit text-soft touch:min-h-10">{t('tableTitle')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section aria-label={t('tableTitle')} tabIndex={0} className="relative mt-2 overflow-x-auto">
        <table className="tabular text-sm">
          <thead className="text-soft">
            <tr>
              <th scope="col" className="px-2 py-1 text-left font-normal">
                {t('when')}
              </th>
              {lines.map(({ id, name }) => (
                <th key={id} scope="col" className="px-2 py-1 text-right font-normal">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {history.points.map(({ at, ratings }) => (
              <tr key={at} className="border-line border-t">
                <th scope="row" className="whitespace-nowrap px-2 py-1 text-left font-normal">
                  {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}
                </th>
                {lines.map(({ id }) => (
                  <td key={id} className="px-2 py-1 text-right">
                    {number(ratings.find((rating) => rating.id === id)?.rating)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
