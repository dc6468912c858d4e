'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { type Axis, axisOf, percentOn } from '#components/leaderboard/axis.ts';
import { BoardTableRow } from '#components/leaderboard/board-table-row.tsx';
import { Explain } from '#components/leaderboard/explain.tsx';
import type { Board } from '#lib/rating/board-answer.ts';

type Props = { board: Board };

const columns = ['rank', 'name', 'rating', 'interval', 'battles', 'record', 'next', 'needed'] as const;
type Column = (typeof columns)[number];

/** What gives way first on narrow screens; there the row says it in a second line. */
const columnClass: Record<Column, string> = {
  rank: 'w-12 md:w-16',
  name: 'max-md:w-full md:w-1/5',
  rating: 'md:w-32 text-right',
  interval: 'w-2/5 max-md:hidden',
  battles: 'text-right max-lg:hidden',
  record: 'text-right max-lg:hidden',
  next: 'w-24 text-right max-xl:hidden',
  needed: 'w-24 text-right max-xl:hidden',
};

/** The ratings with their intervals drawn on one axis; models without a rating last, with the reason. */
export function BoardTable({ board }: Props) {
  const t = useTranslations('leaderboard');
  const values = board.rows.flatMap(({ rating, lower, upper }) =>
    rating === null ? [] : [rating, lower ?? rating, upper ?? rating],
  );
  const axis = values.length > 0 ? axisOf(values) : null;
  return (
    <>
      <table className="w-full border-collapse">
        <caption className="sr-only">{t('title')}</caption>
        <thead className="border-line border-b text-sm text-soft">
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className={`px-2 py-2 text-left font-normal ${columnClass[column]}`}
              >
                <ColumnName column={column} board={board} />
                {column === 'interval' && axis && <AxisTicks axis={axis} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.rows.map((row) => (
            <BoardTableRow key={row.id} row={row} axis={axis} classOf={columnClass} />
          ))}
        </tbody>
      </table>
      {/* Where these columns give way, their numbers stand under the names. */}
      <p className="flex flex-wrap gap-x-4 text-sm text-soft lg:hidden">
        <ColumnName column="battles" board={board} />
        <ColumnName column="record" board={board} />
      </p>
    </>
  );
}

function ColumnName({ column, board }: { column: Column; board: Board }) {
  const t = useTranslations('leaderboard');
  const format = useFormatter();
  if (column === 'name') return t('columns.name');
  const hasIntervals = board.method !== 'none';
  const confidence = format.number(board.settings.confidence ?? 0.95, {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  const text =
    column !== 'interval'
      ? t(`explain.${column}`)
      : hasIntervals
        ? t('explain.interval', { confidence })
        : t('explain.noInterval');
  return <Explain text={text}>{t(`columns.${column}`)}</Explain>;
}

function AxisTicks({ axis }: { axis: Axis }) {
  const format = useFormatter();
  return (
    <div aria-hidden className="tabular relative mt-1 h-4 text-xs">
      {axis.ticks.map((tick) => (
        <span
          key={tick}
          // The last one stays off the next column's name.
          className={`absolute ${percentOn(axis, tick) > 94 ? '-translate-x-full' : '-translate-x-1/2'}`}
          style={{ left: `${percentOn(axis, tick)}%` }}
        >
          {format.number(tick, { maximumFractionDigits: 1 })}
        </span>
      ))}
    </div>
  );
}
