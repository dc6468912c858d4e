'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Explain } from '#components/leaderboard/explain.tsx';
import { useBoardNumbers } from '#components/leaderboard/use-board-numbers.ts';
import { WordSelect } from '#components/leaderboard/word-select.tsx';
import type { BoardMatrix } from '#lib/rating/board-answer.ts';

type View = 'share' | 'better';
const views: readonly View[] = ['share', 'better'];

/** Every pair: how often the row won against the column, or how sure it is that the row is better. */
export function WinMatrix({ matrix }: { matrix: BoardMatrix }) {
  const t = useTranslations('leaderboard');
  const [view, setView] = useState<View>('share');
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-3 text-soft">
        <WordSelect
          label={t('matrix.view')}
          value={view}
          onChange={setView}
          options={views.map((value) => ({ value, label: t(`matrix.${value}`) }))}
        />
        <Explain text={t(`explain.${view}`)}>{t('matrix.caption')}</Explain>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section aria-label={t('matrix.caption')} tabIndex={0} className="relative overflow-x-auto pb-1">
        <MatrixTable matrix={matrix} view={view} />
      </section>
    </div>
  );
}

function MatrixTable({ matrix, view }: { matrix: BoardMatrix; view: View }) {
  const t = useTranslations('leaderboard.matrix');
  const { contestants } = matrix;
  return (
    <table className="tabular border-separate border-spacing-0.5 text-sm">
      <thead className="text-soft">
        <tr>
          <th scope="col" className="sticky left-0 bg-page px-2 text-left font-normal">
            {t('row')}
          </th>
          {contestants.map(({ id, name }, column) => (
            <th key={id} scope="col" title={name} className="min-w-12 px-1 font-normal">
              <span aria-hidden>{column + 1}</span>
              <span className="sr-only">{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {contestants.map(({ id, name }, row) => (
          <tr key={id}>
            <th
              scope="row"
              className="sticky left-0 max-w-40 truncate bg-page px-2 text-left font-normal md:max-w-64"
            >
              {row + 1}. {name}
            </th>
            {contestants.map((other, column) => (
              <MatrixCell key={other.id} matrix={matrix} view={view} row={row} column={column} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CellProps = { matrix: BoardMatrix; view: View; row: number; column: number };

function MatrixCell({ matrix, view, row, column }: CellProps) {
  const t = useTranslations('leaderboard.matrix');
  const format = useFormatter();
  const numbers = useBoardNumbers();
  if (row === column) return <td className="rounded-sm bg-hover" />;
  const value = (view === 'share' ? matrix.shares : matrix.better)[row]?.[column] ?? null;
  const battles = matrix.battles[row]?.[column] ?? 0;
  const name = (place: number) => matrix.contestants[place]?.name ?? '';
  const words = value === null ? t('none') : numbers.percent(value);
  return (
    <td
      title={t('cell', { row: name(row), column: name(column), value: words, battles: Math.round(battles) })}
      className="h-8 rounded-sm px-1 text-center"
      style={{ background: heat(value) }}
    >
      {value === null ? (
        <span className="text-faint">–</span>
      ) : (
        format.number(value, { style: 'percent', maximumFractionDigits: 0 })
      )}
    </td>
  );
}

/** Green for the row, red for the column, faint near a half: the number stays readable on all of them. */
function heat(value: number | null): string {
  if (value === null) return 'var(--hover)';
  const strength = Math.round(Math.abs(value - 0.5) * 2 * 30);
  return `color-mix(in oklch, ${value > 0.5 ? 'var(--good)' : 'var(--bad)'} ${strength}%, var(--panel))`;
}
