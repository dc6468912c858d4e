'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useErrorText } from '#app/_lib/client/use-error-text.ts';
import { useOverview } from '#app/_lib/client/use-overview.ts';
import { DisclosureButton } from '#components/judge/disclosure-button.tsx';
import { OverviewCharts } from '#components/results/overview/overview-charts.tsx';
import type { ResultFilter } from '#components/results/result-filter.ts';
import { Button } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';

type Props = {
  /** Of `GET /preferences`. */
  search: string;
  filter: ResultFilter;
  onChange: (change: Partial<ResultFilter>) => void;
};

const storedAs = 'baijia:overview';
/** Where the list keeps enough room below it. */
const roomy = '(min-width: 1024px) and (min-height: 800px)';

/** As this device last had it. Comes into the page when it is alive, so there is always a window. */
function wasOpen(): boolean {
  try {
    const stored = localStorage.getItem(storedAs);
    return stored === null ? matchMedia(roomy).matches : stored === 'open';
  } catch {
    return matchMedia(roomy).matches;
  }
}

function remember(isOpen: boolean): void {
  try {
    localStorage.setItem(storedAs, isOpen ? 'open' : 'folded');
  } catch {
    // Without storage it opens by the room there is.
  }
}

export function OverviewPanel({ search, filter, onChange }: Props) {
  const t = useTranslations('results.overview');
  const [isOpen, setIsOpen] = useState(wasOpen);
  const query = useOverview(search, isOpen);
  const id = useId();
  const count = query.data?.count;
  return (
    <section aria-label={t('title')} className="px-4 py-1">
      <div className="flex items-center gap-2">
        <h2 className="-ml-3">
          <DisclosureButton
            isOpen={isOpen}
            controls={id}
            onToggle={(open) => {
              remember(open);
              setIsOpen(open);
            }}
          >
            {t('title')}
          </DisclosureButton>
        </h2>
        {isOpen && count && !count.exact && (
          <p className="text-soft text-xs">{t('newest', { count: count.value })}</p>
        )}
      </div>
      {isOpen && (
        <div id={id} aria-busy={query.isFetching} className="min-h-42 pb-2">
          {query.data ? (
            <OverviewCharts overview={query.data} filter={filter} onChange={onChange} />
          ) : query.isError ? (
            <Failure error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <Skeleton className="h-40 w-full" />
          )}
        </div>
      )}
    </section>
  );
}

function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations('results.overview');
  const tCommon = useTranslations('common');
  const errorText = useErrorText();
  return (
    <p role="alert" className="flex flex-wrap items-center gap-2 text-bad text-sm">
      {t('loadFailed')} {errorText(error)}
      <Button size="sm" onClick={onRetry}>
        {tCommon('retry')}
      </Button>
    </p>
  );
}
