'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useTableState } from '#app/(pages)/catalog/_view/use-table-state.ts';
import { CatalogTable } from '#components/catalog/catalog-table.tsx';
import { MoreRows } from '#components/catalog/more-rows.tsx';
import { TableTools } from '#components/catalog/table-tools.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { filterRows, sortRows, type TableRow } from '#lib/catalog/table-view.ts';

const mostPicked = 4;
/** All of a catalog of usual size, when it is opened. */
const rowsAtFirst = 50;
/** A search shows so many, which fill a screen; more come as a person scrolls. Each key press draws them anew. */
const rowsAtOnce = 24;

export function CatalogView({ rows }: { rows: readonly TableRow[] }) {
  const t = useTranslations('catalog.table');
  const { filter, sort, columns, ...change } = useTableState();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [limit, setLimit] = useState(rowsAtFirst);
  const pick = useCallback(
    (id: string, isPicked: boolean) =>
      setPicked((before) => (isPicked ? [...before, id] : before.filter((other) => other !== id))),
    [],
  );
  const showMore = useCallback(() => setLimit((before) => before + rowsAtOnce), []);
  const { q, kind, architecture, access } = filter;
  const { key, isDescending } = sort;
  // Sorted once for all key presses of a search.
  const sorted = useMemo(() => sortRows(rows, key, isDescending), [rows, key, isDescending]);
  const found = useMemo(
    () => filterRows(sorted, { q, kind, architecture, access }),
    [sorted, q, kind, architecture, access],
  );
  // The field answers at once; the table follows.
  const deferred = useDeferredValue(found);
  const shown = deferred.slice(0, limit);
  return (
    <div className="flex flex-col gap-3">
      <TableTools
        filter={filter}
        onFilter={(filter) => {
          change.setFilter(filter);
          setLimit(rowsAtOnce);
        }}
        onLeaveSearch={change.writeSearch}
        columns={columns}
        onColumns={change.setColumns}
      />
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
        <p role="status" className="tabular text-soft text-sm">
          {t('count', { count: found.length, all: rows.length })}
        </p>
        {picked.length > 0 &&
          (picked.length === 1 ? (
            <p className="text-faint text-sm">{t('pickMore')}</p>
          ) : (
            <Link href={`/catalog/compare?ids=${picked.join(',')}`} className={buttonClass('plain')}>
              {t('compare', { count: picked.length })}
            </Link>
          ))}
      </div>
      {found.length === 0 ? (
        <p className="py-12 text-center text-soft">{t('nothing')}</p>
      ) : (
        <CatalogTable
          rows={shown}
          columns={columns}
          sort={sort}
          onSort={change.setSort}
          picked={picked}
          canPickMore={picked.length < mostPicked}
          onPick={pick}
        />
      )}
      {shown.length < deferred.length && (
        <MoreRows
          shown={shown.length}
          next={Math.min(rowsAtOnce, deferred.length - shown.length)}
          onMore={showMore}
        />
      )}
    </div>
  );
}
