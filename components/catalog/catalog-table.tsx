import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { CardName } from '#components/catalog/card-name.tsx';
import {
  columnWidths,
  numberColumns,
  type TableCell,
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
                pickLabel={t('pick', { name: row.name })}
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
  pickLabel: string;
  onPick: Props['onPick'];
};

const cellClass = 'break-words px-3 py-1.5 align-middle';
const numberCellClass = `${cellClass} tabular whitespace-nowrap text-right`;

/** Rows that stay while a person types are not drawn again. */
const Row = memo(function Row({ row, columns, isPicked, canPick, cell, pickLabel, onPick }: RowProps) {
  return (
    <tr className="border-line border-b last:border-b-0 hover:bg-hover">
      <th scope="row" className="sticky left-0 bg-panel py-1.5 pr-3 pl-3 font-normal">
        <span className="flex items-center gap-2">
          <input
            type="checkbox"
            aria-label={pickLabel}
            checked={isPicked}
            disabled={!canPick}
            onChange={(event) => onPick(row.id, event.target.checked)}
            className="size-4 shrink-0 accent-(--ink)"
          />
          <a
            href={`/catalog/${row.id}`}
            className="min-w-0 break-words font-medium text-base hover:underline"
          >
            <CardName name={row.name} />
          </a>
        </span>
      </th>
      {columns.map((column) => (
        <td key={column} className={numberColumns.includes(column) ? numberCellClass : cellClass}>
          {cell(row, column)}
        </td>
      ))}
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
