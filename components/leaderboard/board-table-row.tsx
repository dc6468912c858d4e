'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { Axis } from '#components/leaderboard/axis.ts';
import { IntervalMark } from '#components/leaderboard/interval-mark.tsx';
import { useBoardNumbers } from '#components/leaderboard/use-board-numbers.ts';
import type { Board } from '#lib/rating/board-answer.ts';

type Row = Board['rows'][number];
type Ranked = Extract<Row, { status: 'ranked' }>;
type Cells = Record<
  'rank' | 'name' | 'rating' | 'interval' | 'battles' | 'record' | 'next' | 'needed',
  string
>;
type Props = { row: Row; axis: Axis | null; classOf: Cells };

export function BoardTableRow({ row, axis, classOf }: Props) {
  const numbers = useBoardNumbers();
  const cell = (column: keyof Cells, more = '') => `px-2 py-2 align-middle ${classOf[column]} ${more}`;
  const isRanked = row.status === 'ranked';
  return (
    <tr className="border-line border-b">
      <td className={cell('rank', 'tabular whitespace-nowrap')}>{isRanked ? numbers.rank(row) : '–'}</td>
      <th scope="row" className={cell('name', 'text-left font-normal')}>
        <span className={`break-words ${isRanked ? 'font-medium' : 'text-soft'}`}>{row.name}</span>
        <NarrowDetails row={row} axis={axis} />
      </th>
      {isRanked ? (
        <RatingCells row={row} axis={axis} cell={cell} />
      ) : (
        <td colSpan={2} className="px-2 py-2 text-soft max-md:hidden">
          <NotRankable row={row} />
        </td>
      )}
      <td className={cell('battles', 'tabular')}>{numbers.whole(row.battles)}</td>
      <td className={cell('record', 'tabular whitespace-nowrap')}>
        <Record row={row} />
      </td>
      <td className={cell('next', 'tabular whitespace-nowrap')}>
        {isRanked ? numbers.percent(row.betterThanNext) : ''}
      </td>
      <td className={cell('needed', 'tabular whitespace-nowrap')}>{isRanked ? numbers.needed(row) : ''}</td>
    </tr>
  );
}

type RatingProps = { row: Ranked; axis: Axis | null; cell: (column: keyof Cells, more?: string) => string };

function RatingCells({ row, axis, cell }: RatingProps) {
  const numbers = useBoardNumbers();
  return (
    <>
      <td className={cell('rating', 'tabular')}>
        <span className="font-medium">{numbers.points(row.rating)}</span>
        {row.lower !== null && row.upper !== null && (
          <span className="block whitespace-nowrap text-soft text-xs">
            {numbers.range(row.lower, row.upper)}
          </span>
        )}
      </td>
      <td className={cell('interval')}>
        {axis && <IntervalMark axis={axis} rating={row.rating} lower={row.lower} upper={row.upper} />}
      </td>
    </>
  );
}

/** On a phone the chart and the counts stand under the name. */
function NarrowDetails({ row, axis }: { row: Row; axis: Axis | null }) {
  const t = useTranslations('leaderboard');
  const numbers = useBoardNumbers();
  return (
    <span className="block">
      {row.status === 'ranked' && axis && (
        <span className="my-1 block overflow-hidden md:hidden">
          <IntervalMark axis={axis} rating={row.rating} lower={row.lower} upper={row.upper} />
        </span>
      )}
      {row.status === 'not-rankable' && (
        <span className="block text-soft text-sm md:hidden">
          <NotRankable row={row} />
        </span>
      )}
      <span className="tabular flex flex-wrap gap-x-2 text-soft text-xs lg:hidden">
        <span>
          {t('columns.battles')} {numbers.whole(row.battles)}
        </span>
        <span className="whitespace-nowrap">
          <Record row={row} />
        </span>
      </span>
    </span>
  );
}

function NotRankable({ row }: { row: Extract<Row, { status: 'not-rankable' }> }) {
  const t = useTranslations('leaderboard');
  return t('notRankable', { reason: t(`reasons.${row.reason}`) });
}

function Record({ row }: { row: Row }) {
  const t = useTranslations('leaderboard');
  const format = useFormatter();
  const number = (value: number) => format.number(value, { maximumFractionDigits: 0 });
  const counts = { wins: number(row.wins), losses: number(row.losses), ties: number(row.ties) };
  return (
    <>
      <span aria-hidden>{t('record', counts)}</span>
      <span className="sr-only">{t('recordLabel', counts)}</span>
    </>
  );
}
