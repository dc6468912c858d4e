'use client';

import ListChecks from 'lucide-react/icons/list-checks';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { parseAsString, useQueryState } from 'nuqs';
import { type MouseEvent, useDeferredValue, useMemo } from 'react';
import { useEndpoints } from '#app/_lib/client/use-endpoints.ts';
import { useErrorText } from '#app/_lib/client/use-error-text.ts';
import { usePreferences } from '#app/_lib/client/use-preferences.ts';
import { ExportButton } from '#app/(pages)/results/_view/export-button.tsx';
import { SelectedResult } from '#app/(pages)/results/_view/selected-result.tsx';
import { toSearch, useResultFilter } from '#app/(pages)/results/_view/use-result-filter.ts';
import { noFilter, ResultFilters } from '#components/results/result-filters.tsx';
import { ResultList } from '#components/results/result-list.tsx';
import { ResultRow } from '#components/results/result-row.tsx';
import { Button, buttonClass } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';

/** Room for list and record side by side; Tailwind's lg. */
const wide = '(min-width: 1024px)';

export function ResultsView() {
  const errorText = useErrorText();
  const { filter, change } = useResultFilter();
  const [selectedId, setSelectedId] = useQueryState('id', parseAsString);
  const shown = useDeferredValue(filter);
  const query = usePreferences(useMemo(() => toSearch(shown), [shown]));
  const endpoints = useEndpoints();
  const listed = query.data?.pages.flatMap((page) => page.data) ?? [];
  const first = query.data?.pages[0];
  const shownId = selectedId ?? listed[0]?.id ?? null;

  function select(event: MouseEvent, id: string): void {
    const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0;
    if (opensElsewhere || !matchMedia(wide).matches) return;
    event.preventDefault();
    void setSelectedId(id);
  }

  return (
    <div className="grid min-w-0 flex-1 lg:h-viewport lg:grid-cols-[minmax(22rem,28rem)_1fr]">
      <div className="flex min-w-0 flex-col border-line lg:min-h-0 lg:border-r">
        <div className="flex flex-col gap-3 border-line border-b p-4">
          <Heading count={first?.count ?? null} filters={toSearch(filter).toString()} />
          <ResultFilters filter={filter} onChange={change} endpoints={endpoints.data ?? []} />
        </div>
        <div className="min-h-0 flex-1 lg:overflow-y-auto">
          <ResultList
            state={query.data ? 'ready' : query.isError ? 'failed' : 'loading'}
            failure={query.error ? errorText(query.error) : null}
            onRetry={() => void (query.data ? query.fetchNextPage() : query.refetch())}
            hasMore={query.hasNextPage}
            isLoadingMore={query.isFetchingNextPage}
            onMore={() => void query.fetchNextPage()}
            empty={<Empty isFiltered={toSearch(shown).size > 0} onClear={() => change(noFilter)} />}
            rows={listed.map((preference) => (
              <ResultRow
                key={preference.id}
                preference={preference}
                isSelected={preference.id === shownId}
                onClick={(event) => select(event, preference.id)}
              />
            ))}
          />
        </div>
      </div>
      <div className="min-h-0 overflow-y-auto p-6 max-lg:hidden">
        <SelectedResult id={shownId} listed={listed.find(({ id }) => id === shownId)} />
      </div>
    </div>
  );
}

function Heading(props: { count: { value: number; exact: boolean } | null; filters: string }) {
  const { count, filters } = props;
  const t = useTranslations('results');
  const format = useFormatter();
  return (
    <div className="flex items-baseline justify-between gap-3">
      <h1 className="font-semibold text-xl">{t('title')}</h1>
      <p role="status" className="tabular text-soft text-sm">
        {count &&
          t(count.exact ? 'count' : 'countMore', { count: count.value, number: format.number(count.value) })}
      </p>
      <ExportButton filters={filters} />
    </div>
  );
}

function Empty({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const t = useTranslations('results');
  if (isFiltered) {
    return (
      <EmptyState
        title={t('nothingFound')}
        action={<Button onClick={onClear}>{t('filters.clear')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={<ListChecks aria-hidden />}
      title={t('emptyTitle')}
      description={t('emptyText')}
      action={
        <Link href="/" className={buttonClass('primary')}>
          {t('emptyAction')}
        </Link>
      }
    />
  );
}
