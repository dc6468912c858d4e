'use client';

import { useTranslations } from 'next-intl';
import { laneHue } from '#components/lane-letter/lane-hue.ts';
import { HistoryChart } from '#components/leaderboard/history-chart.tsx';
import { linesOf } from '#components/leaderboard/history-lines.ts';
import { HistoryTable } from '#components/leaderboard/history-table.tsx';
import { lineLabels } from '#components/leaderboard/line-labels.ts';
import type { BoardHistory } from '#lib/rating/board-answer.ts';

/** One line a model, the letter at its end; at most eight, those rated highest now. */
export function RatingHistory({ history }: { history: BoardHistory }) {
  const t = useTranslations('leaderboard.history');
  const lines = linesOf(history, lineLabels.length);
  if (history.points.length < 2 || lines.length === 0) return <p className="text-soft">{t('few')}</p>;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-soft">
        {t('text')}
        {lines.length < history.contestants.length &&
          ` ${t('others', { count: lines.length, all: history.contestants.length })}`}
      </p>
      <HistoryChart history={history} lines={lines} />
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {lines.map(({ id, name }, index) => (
          <li key={id} className="flex items-center gap-2">
            <span
              aria-hidden
              className="h-0.5 w-4"
              style={{ background: laneHue(lineLabels[index] ?? 'A') }}
            />
            {lineLabels[index]} {name}
          </li>
        ))}
      </ul>
      <HistoryTable history={history} lines={lines} />
    </div>
  );
}
