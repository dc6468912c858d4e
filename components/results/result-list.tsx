'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useMediaQuery } from '#components/compare/use-media-query.ts';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { Spinner } from '#components/ui/spinner.tsx';

/** Fetched once there are rows. */
const ElementRows = dynamic(
  () => import('#components/results/virtual-rows.tsx').then((module) => module.ElementRows),
  { loading: RowsSkeleton },
);
const WindowRows = dynamic(
  () => import('#components/results/virtual-rows.tsx').then((module) => module.WindowRows),
  { loading: RowsSkeleton },
);

/** Room for list and record side by side; Tailwind's lg. */
export const wideScreen = '(min-width: 1024px)';

type Props = {
  state: 'loading' | 'failed' | 'ready';
  /** In words; null while nothing failed. */
  failure: string | null;
  onRetry: () => void;
  /** More is being fetched, or a search goes on. */
  isBusy: boolean;
  hasMore: boolean;
  onMore: () => void;
  /** Shown when there is nothing. */
  empty: ReactNode;
  /** ResultRow elements by id, newest first. */
  ids: readonly string[];
  renderRow: (id: string) => ReactNode;
  selectedId: string | null;
};

/** The log, newest first; only what is in sight is in the page, and it grows as its end comes near. */
export function ResultList(props: Props) {
  const { state, failure, onRetry, isBusy, hasMore, onMore, empty, ...rows } = props;
  const t = useTranslations('results');
  const tCommon = useTranslations('common');
  // State, not a ref: the rows must hear of it when it comes.
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const isWide = useMediaQuery(wideScreen);
  const fetchMore = useCallback(() => {
    if (hasMore && !isBusy && failure === null) onMore();
  }, [hasMore, isBusy, failure, onMore]);
  const isSearching = rows.ids.length === 0 && hasMore;
  // One request looks only so far: where it found nothing, the next one goes on.
  useEffect(() => {
    if (isSearching) fetchMore();
  }, [isSearching, fetchMore]);
  if (state === 'loading') return <ListSkeleton label={tCommon('loading')} />;
  const list = { ...rows, label: t('listLabel'), onEnd: fetchMore };
  return (
    <div ref={setScroller} className="min-h-0 flex-1 lg:overflow-y-auto">
      {state === 'ready' && rows.ids.length === 0 && !hasMore && empty}
      {rows.ids.length > 0 &&
        scroller &&
        (isWide ? <ElementRows {...list} scroller={scroller} /> : <WindowRows {...list} />)}
      {failure && (
        <div className="p-4">
          <Callout
            tone="bad"
            isAlert
            title={t('loadFailed')}
            action={
              <Button size="sm" onClick={onRetry}>
                {tCommon('retry')}
              </Button>
            }
          >
            {failure}
          </Callout>
        </div>
      )}
      {hasMore && !failure && (
        <p role="status" className="flex items-center justify-center gap-2 p-4 text-soft text-sm">
          <Spinner />
          {t(isSearching ? 'searchingOn' : 'loadingMore')}
        </p>
      )}
    </div>
  );
}

function ListSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label}>
      <RowsSkeleton />
    </div>
  );
}

function RowsSkeleton() {
  return ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((row) => (
    <div key={row} className="flex h-[72px] flex-col justify-center gap-2 border-line border-b px-4">
      <Skeleton className="h-4 w-2/3" />
      <Skeleton className="h-4 w-1/3" />
    </div>
  ));
}
