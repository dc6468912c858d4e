'use client';

import Plug from 'lucide-react/icons/plug';
import Plus from 'lucide-react/icons/plus';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';

type Props = {
  state: 'loading' | 'failed' | 'ready';
  failure: string | null;
  onRetry: () => void;
  onAdd: () => void;
  count: number;
  /** EndpointRow elements. */
  children: ReactNode;
};

export function EndpointList({ state, failure, onRetry, onAdd, count, children }: Props) {
  const t = useTranslations('endpoints');
  const tCommon = useTranslations('common');
  return (
    <section aria-labelledby="endpoints-title" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h1 id="endpoints-title" className="font-semibold text-xl">
            {t('title')}
          </h1>
          <p className="max-w-prose text-soft">{t('intro')}</p>
        </div>
        <Button tone="primary" onClick={onAdd}>
          <Plus aria-hidden />
          {t('addTitle')}
        </Button>
      </div>
      {state === 'failed' && (
        <Callout
          tone="bad"
          isAlert
          title={t('listFailed')}
          action={
            <Button size="sm" onClick={onRetry}>
              {tCommon('retry')}
            </Button>
          }
        >
          {failure}
        </Callout>
      )}
      {state === 'loading' && <ListSkeleton label={tCommon('loading')} />}
      {state === 'ready' && (
        <div className="rounded-lg border border-line bg-panel">
          {count > 0 ? (
            <ul>{children}</ul>
          ) : (
            <EmptyState
              icon={<Plug aria-hidden />}
              title={t('emptyTitle')}
              description={t('emptyText')}
              action={
                <Button tone="primary" onClick={onAdd}>
                  {t('addTitle')}
                </Button>
              }
            />
          )}
        </div>
      )}
    </section>
  );
}

function ListSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col rounded-lg border border-line bg-panel">
      {['first', 'second', 'third'].map((row) => (
        <div key={row} className="flex h-16 items-center gap-3 border-line border-b px-4 last:border-b-0">
          <Skeleton className="h-5 w-9 rounded-full" />
          <Skeleton className="h-4 w-40" />
          <Skeleton className="ml-auto h-4 w-64 max-sm:hidden" />
          <Skeleton className="h-7 w-20" />
        </div>
      ))}
    </div>
  );
}
