'use client';

import dynamic from 'next/dynamic';
import { useFormatter, useTranslations } from 'next-intl';
import { useCallback, useDeferredValue, useMemo } from 'react';
import { useEndpoints } from '#app/_lib/client/use-endpoints.ts';
import { useErrorText } from '#app/_lib/client/use-error-text.ts';
import { useOverview } from '#app/_lib/client/use-overview.ts';
import { usePreferences } from '#app/_lib/client/use-preferences.ts';
import { Empty } from '#app/(pages)/results/_view/empty-results.tsx';
import { ExportButton } from '#app/(pages)/results/_view/export-button.tsx';
import { Chosen, Further } from '#app/(pages)/results/_view/further.tsx';
import { Moves } from '#app/(pages)/results/_view/moves.tsx';
import { Overview } from '#app/(pages)/results/_view/overview.tsx';
import { SelectedResult } from '#app/(pages)/results/_view/selected-result.tsx';
import { toAddress, toSearch, useResultFilter } from '#app/(pages)/results/_view/use-result-filter.ts';
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
  const address = useMemo(() => toAddress(filter), [filter]);
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
  const isEmpty = query.data !== undefined && ids.length === 0 && !query.hasNextPage;
  // A log without a record has nothing to filter.
  const hasTools = !isEmpty || search.size > 0;
  return (
    <ResultsFrame
      heading={
        <Heading
          count={query.data?.pages[0]?.count ?? null}
          search={search.toString()}
          filters={toSearch(filter).toString()}
        />
      }
      overview={
        <Overview
          state={!query.data ? 'unknown' : hasTools ? 'filled' : 'empty'}
          search={search.toString()}
          filter={filter}
          onChange={change}
        />
      }
      detail={
        hasTools && (
          <SelectedResult
            id={shownId}
            listed={shownId === null ? undefined : listed.get(shownId)}
            terms={terms}
            moves={<Moves ids={ids} shownId={shownId} onSelect={select} />}
          />
        )
      }
    >
      {hasTools && (
        <div className="flex flex-col gap-2 border-line border-b p-4">
          <ResultFilters
            filter={filter}
            onChange={change}
            endpoints={endpoints.data ?? []}
            further={<Further filter={filter} onChange={change} />}
            chosen={<Chosen filter={filter} onChange={change} />}
          />
          {query.data && <HandTools filter={filter} onChange={change} hasMatches={!isEmpty} />}
        </div>
      )}
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
                href={`/results/${id}${address}`}
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

type Count = { value: number; exact: boolean };

function Heading(props: { count: Count | null; search: string; filters: string }) {
  const { search, filters } = props;
  const t = useTranslations('results');
  const format = useFormatter();
  // The overview counts further where the list has counted only as far as it read.
  const overview = useOverview(search, false);
  const counted = overview.isPlaceholderData ? undefined : overview.data?.count;
  const count = props.count && counted && counted.value > props.count.value ? counted : props.count;
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
