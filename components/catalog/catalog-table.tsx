import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import { useTranslations } from 'next-intl';
import { memo, type ReactNode, useCallback } from 'react';
import { CardName } from '#components/catalog/card-name.tsx';
import {
  columnWidths,
  numberColumns,
  type TableCell,
  unknown,
  useTableCell,
} from '#components/catalog/table-cell.tsx';
import { useFollowLinks } from '#components/catalog/use-follow-links.ts';
import { cn } from '#components/ui/class-names.ts';
import type { SortKey, TableColumn, TableRow } from '#lib/catalog/table-view.ts';

type Sort = { key: SortKey; isDescending: boolean };
type Props = {
  rows: readonly TableRow[];
  columns: readonly TableColumn[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  /** Ids of the cards chosen for a comparison. */
  picked: readonly string[];
  /** Stays the same. */
  onPick: (id: string, isPicked: boolean) => void;
  canPickMore: boolean;
};

/** A dense table; every heading sorts. */
export function CatalogTable({ rows, columns, sort, onSort, picked, onPick, canPickMore }: Props) {
  const t = useTranslations('catalog.table');
  const cell = useTableCell();
  const pickLabel = useCallback((name: string) => t('pick', { name }), [t]);
  const followLinks = useFollowLinks<HTMLTableElement>();
  return (
    <div className="overflow-x-auto rounded-lg border border-line bg-panel">
      <table ref={followLinks} className="w-full table-fixed border-collapse text-left text-sm">
        <caption className="sr-only">{t('caption')}</caption>
        <colgroup>
          <col className="w-44 sm:w-52" />
          {columns.map((column) => (
            <col key={column} className={columnWidths[column]} />
          ))}
        </colgroup>
        <thead>
          <tr className="border-line border-b">
            <Heading column="name" sort={sort} onSort={onSort} />
            {columns.map((column) => (
              <Heading key={column} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const isPicked = picked.includes(row.id);
            return (
              <Row
                key={row.id}
                row={row}
                columns={columns}
                isPicked={isPicked}
                canPick={isPicked || canPickMore}
                cell={cell}
                pickLabel={pickLabel}
                onPick={onPick}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = {
  row: TableRow;
  columns: readonly TableColumn[];
  isPicked: boolean;
  canPick: boolean;
  cell: TableCell;
  /** Stays the same. */
  pickLabel: (name: string) => string;
  onPick: Props['onPick'];
};

const cellClass = 'break-words px-3 py-1.5 align-middle';
const dateCellClass = `${cellClass} tabular whitespace-nowrap`;
const numberCellClass = `${dateCellClass} text-right`;

function classOf(column: TableColumn, content: ReactNode): string {
  const isNumber = numberColumns.includes(column);
  const base = isNumber ? numberCellClass : column === 'releaseDate' ? dateCellClass : cellClass;
  return content === unknown ? `${base} text-faint` : base;
}

/** Rows that stay while a person types are not drawn again; those that come have few elements, for speed. */
const Row = memo(function Row({ row, columns, isPicked, canPick, cell, pickLabel, onPick }: RowProps) {
  return (
    <tr className="border-line border-b last:border-b-0 hover:bg-hover">
      <th scope="row" className="sticky left-0 break-words bg-panel py-1.5 pr-3 pl-9 font-medium text-base">
        <input
          type="checkbox"
          aria-label={pickLabel(row.name)}
          checked={isPicked}
          disabled={!canPick}
          onChange={(event) => onPick(row.id, event.target.checked)}
          className="absolute top-1/2 left-3 size-4 -translate-y-1/2 accent-(--ink)"
        />
        <a href={`/catalog/${row.id}`} className="hover:underline">
          <CardName name={row.name} />
        </a>
      </th>
      {columns.map((column) => {
        const content = cell(row, column);
        return (
          <td key={column} className={classOf(column, content)}>
            {content}
          </td>
        );
      })}
    </tr>
  );
});

type HeadingProps = { column: SortKey; sort: Sort; onSort: (sort: Sort) => void };

function Heading({ column, sort, onSort }: HeadingProps) {
  const t = useTranslations('catalog.table');
  const isSorted = sort.key === column;
  const isNumber = numberColumns.some((name) => name === column);
  const Arrow = sort.isDescending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
      className={cn('whitespace-nowrap font-medium', column === 'name' && 'sticky left-0 bg-panel')}
    >
      <button
        type="button"
        // Numbers are asked for by the largest first.
        onClick={() => onSort({ key: column, isDescending: isSorted ? !sort.isDescending : isNumber })}
        className={cn(
          'flex h-9 w-full items-center gap-1 px-3 text-soft hover:text-ink focus-visible:-outline-offset-2 touch:h-10',
          isNumber && 'justify-end',
          isSorted && 'text-ink',
        )}
      >
        {t(`columns.${column}`)}
        <Arrow aria-hidden className={cn('size-3.5', !isSorted && 'invisible')} />
      </button>
    </th>
  );
}
