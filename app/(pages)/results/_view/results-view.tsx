'use client';

import dynamic from 'next/dynamic';
import { useFormatter, useTranslations } from 'next-intl';
import { useCallback, useDeferredValue, useMemo } from 'react';
import { useEndpoints } from '#app/_lib/client/use-endpoints.ts';
import { useErrorText } from '#app/_lib/client/use-error-text.ts';
import { usePreferences } from '#app/_lib/client/use-preferences.ts';
import { Empty } from '#app/(pages)/results/_view/empty-results.tsx';
import { ExportButton } from '#app/(pages)/results/_view/export-button.tsx';
import { Further } from '#app/(pages)/results/_view/further.tsx';
import { Moves } from '#app/(pages)/results/_view/moves.tsx';
import { Overview } from '#app/(pages)/results/_view/overview.tsx';
import { SelectedResult } from '#app/(pages)/results/_view/selected-result.tsx';
import { toSearch, useResultFilter } from '#app/(pages)/results/_view/use-result-filter.ts';
import { useSelection } from '#app/(pages)/results/_view/use-selection.ts';
import { noFilter } from '#components/results/result-filter.ts';
import { ResultFilters } from '#components/results/result-filters.tsx';
import { ResultList } from '#components/results/result-list.tsx';
import { ResultRow } from '#components/results/result-row.tsx';
import { ResultsFrame } from '#components/results/results-frame.tsx';
import { parseSearch } from '#lib/preferences/search/search-terms.ts';

/** Not needed before there is a record. */
const HandTools = dynamic(() =>
  import('#app/(pages)/results/_view/hand-tools.tsx').then((module) => module.HandTools),
);

export function ResultsView() {
  const errorText = useErrorText();
  const { filter, change } = useResultFilter();
  const shown = useDeferredValue(filter);
  const search = useMemo(() => toSearch(shown), [shown]);
  const query = usePreferences(search);
  const terms = useMemo(() => parseSearch(shown.q), [shown.q]);
  const endpoints = useEndpoints();
  const listed = useMemo(
    () => new Map(query.data?.pages.flatMap((page) => page.data).map((one) => [one.id, one])),
    [query.data],
  );
  const ids = useMemo(() => [...listed.keys()], [listed]);
  const { shownId, selectedId, select, open } = useSelection(ids);
  const { fetchNextPage } = query;
  return (
    <ResultsFrame
      heading={<Heading count={query.data?.pages[0]?.count ?? null} filters={toSearch(filter).toString()} />}
      overview={
        <Overview
          state={!query.data ? 'unknown' : ids.length > 0 || search.size > 0 ? 'filled' : 'empty'}
          search={search.toString()}
          filter={filter}
          onChange={change}
        />
      }
      detail={
        <SelectedResult
          id={shownId}
          listed={shownId === null ? undefined : listed.get(shownId)}
          terms={terms}
          moves={<Moves ids={ids} shownId={shownId} onSelect={select} />}
        />
      }
    >
      <div className="flex flex-col gap-2 border-line border-b p-4">
        <ResultFilters
          filter={filter}
          onChange={change}
          endpoints={endpoints.data ?? []}
          further={<Further filter={filter} onChange={change} />}
        />
        {(ids.length > 0 || search.size > 0) && <HandTools filter={filter} onChange={change} />}
      </div>
      <ResultList
        state={query.data ? 'ready' : query.isError ? 'failed' : 'loading'}
        failure={query.error ? errorText(query.error) : null}
        onRetry={() => void (query.data ? fetchNextPage() : query.refetch())}
        hasMore={query.hasNextPage}
        isBusy={query.isFetching}
        onMore={useCallback(() => void fetchNextPage(), [fetchNextPage])}
        empty={<Empty isFiltered={search.size > 0} onClear={() => change(noFilter)} />}
        ids={ids}
        selectedId={selectedId}
        renderRow={(id) => {
          const preference = listed.get(id);
          return (
            preference && (
              <ResultRow
                preference={preference}
                isSelected={id === shownId}
                terms={terms}
                onClick={(event) => open(event, id)}
              />
            )
          );
        }}
      />
    </ResultsFrame>
  );
}

function Heading(props: { count: { value: number; exact: boolean } | null; filters: string }) {
  const { count, filters } = props;
  const t = useTranslations('results');
  const format = useFormatter();
  return (
    <div className="flex items-baseline justify-between gap-3">
      <h1 className="font-semibold text-xl">{t('title')}</h1>
      <p role="status" className="tabular mr-auto text-soft text-sm">
        {count &&
          t(count.exact ? 'count' : 'countMore', { count: count.value, number: format.number(count.value) })}
      </p>
      <ExportButton filters={filters} />
    </div>
  );
}
