'use client';

import { parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { accessStatuses, architectures, cardKinds } from '#lib/catalog/schema-words.ts';
import {
  defaultColumns,
  type SortKey,
  type TableColumn,
  type TableFilter,
  tableColumns,
} from '#lib/catalog/table-view.ts';

const parsers = {
  q: parseAsString.withDefault(''),
  kind: parseAsStringLiteral(cardKinds),
  architecture: parseAsStringLiteral(architectures),
  access: parseAsStringLiteral(accessStatuses),
  sort: parseAsStringLiteral(['name', ...tableColumns]).withDefault('releaseDate'),
  down: parseAsBoolean.withDefault(false),
  columns: parseAsArrayOf(parseAsStringLiteral(tableColumns)).withDefault([...defaultColumns]),
};

type Sort = { key: SortKey; isDescending: boolean };

/** The table as it stands in the URL; what changes it stays the same. */
export function useTableState() {
  const [state, setState] = useQueryStates(parsers);
  const { q, kind, architecture, access } = state;
  const change = useMemo(
    () => ({
      // Written at once: an address that comes late would undo the link a person follows meanwhile.
      setFilter: (filter: Partial<TableFilter>) => void setState(filter),
      setSort: (sort: Sort) => void setState({ sort: sort.key, down: sort.isDescending }),
      setColumns: (columns: TableColumn[]) => void setState({ columns }),
    }),
    [setState],
  );
  return {
    filter: { q, kind, architecture, access },
    sort: { key: state.sort, isDescending: state.down },
    columns: state.columns,
    ...change,
  };
}
