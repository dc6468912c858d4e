'use client';

import { parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { accessStatuses, architectures, cardKinds } from '#lib/catalog/schema-words.ts';
import { defaultColumns, type TableFilter, tableColumns } from '#lib/catalog/table-view.ts';

const parsers = {
  q: parseAsString.withDefault(''),
  kind: parseAsStringLiteral(cardKinds),
  architecture: parseAsStringLiteral(architectures),
  access: parseAsStringLiteral(accessStatuses),
  sort: parseAsStringLiteral(['name', ...tableColumns]).withDefault('releaseDate'),
  down: parseAsBoolean.withDefault(false),
  columns: parseAsArrayOf(parseAsStringLiteral(tableColumns)).withDefault([...defaultColumns]),
};

/** The table as it stands in the URL. */
export function useTableState() {
  const [state, setState] = useQueryStates(parsers);
  const { q, kind, architecture, access } = state;
  return {
    filter: { q, kind, architecture, access },
    sort: { key: state.sort, isDescending: state.down },
    columns: state.columns,
    setFilter(change: Partial<TableFilter>): void {
      // Written at once: an address that comes late would undo the link a person follows meanwhile.
      void setState(change);
    },
    setSort(sort: { key: (typeof state)['sort']; isDescending: boolean }): void {
      void setState({ sort: sort.key, down: sort.isDescending });
    },
    setColumns(columns: (typeof state)['columns']): void {
      void setState({ columns });
    },
  };
}
