'use client';

import { parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { useLateText } from '#app/(pages)/catalog/_view/use-late-text.ts';
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

/** At once: what sets the other fields does so a moment later. */
function writeSearch(q: string): void {
  const url = new URL(location.href);
  if (q === '') url.searchParams.delete('q');
  else url.searchParams.set('q', q);
  history.replaceState(null, '', url);
}

/** The table as it stands in the URL, the search a moment before; what changes it stays the same. */
export function useTableState() {
  const [state, setState] = useQueryStates(parsers);
  const { kind, architecture, access } = state;
  const { text: q, type, flush } = useLateText(state.q, writeSearch);
  const change = useMemo(
    () => ({
      setFilter: ({ q, ...choices }: Partial<TableFilter>) => {
        if (q !== undefined) type(q);
        else void setState(choices);
      },
      setSort: (sort: Sort) => void setState({ sort: sort.key, down: sort.isDescending }),
      setColumns: (columns: TableColumn[]) => void setState({ columns }),
      writeSearch: flush,
    }),
    [setState, type, flush],
  );
  return {
    filter: { q, kind, architecture, access },
    sort: { key: state.sort, isDescending: state.down },
    columns: state.columns,
    ...change,
  };
}
