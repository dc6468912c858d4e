'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';

type Props = {
  state: 'loading' | 'failed' | 'ready';
  /** In words; null while nothing failed. */
  failure: string | null;
  onRetry: () => void;
  hasMore: boolean;
  isLoadingMore: boolean;
  onMore: () => void;
  /** Shown when there is nothing. */
  empty: ReactNode;
  /** ResultRow elements. */
  rows: readonly ReactNode[];
};

/** The log, newest first; it grows as its end comes into sight. */
export function ResultList(props: Props) {
  const { state, failure, onRetry, hasMore, isLoadingMore, onMore, empty, rows } = props;
  const t = useTranslations('results');
  const tCommon = useTranslations('common');
  if (state === 'loading') return <ListSkeleton label={tCommon('loading')} />;
  return (
    <>
      {state === 'ready' && rows.length === 0 && empty}
      {rows.length > 0 && <ul aria-label={t('listLabel')}>{rows}</ul>}
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
      {hasMore && !failure && <More isBusy={isLoadingMore} onMore={onMore} label={t('more')} />}
    </>
  );
}

function More({ isBusy, onMore, label }: { isBusy: boolean; onMore: () => void; label: string }) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = end.current;
    if (!element || isBusy) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onMore(), {
      rootMargin: '400px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [isBusy, onMore]);
  return (
    <div ref={end} className="flex justify-center p-4">
      <Button isBusy={isBusy} onClick={onMore}>
        {label}
      </Button>
    </div>
  );
}

function ListSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label}>
      {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((row) => (
        <div key={row} className="flex h-[72px] flex-col justify-center gap-2 border-line border-b px-4">
          <Skeleton className="h-4 w-2/3" />
          <Skeleton className="h-4 w-1/3" />
        </div>
      ))}
    </div>
  );
}
