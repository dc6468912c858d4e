'use client';

import Plus from 'lucide-react/icons/plus';
import { useTranslations } from 'next-intl';
import { groupByDay } from '#components/history/group-by-day.ts';
import { HistoryItem, type HistoryItemProps } from '#components/history/history-item.tsx';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { cn } from '#components/ui/class-names.ts';
import { controlClass } from '#components/ui/input-class.ts';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { ComparisonSummary } from '#lib/arena/history-schema.ts';

export type HistoryPanelProps = Pick<HistoryItemProps, 'onOpen' | 'onRename' | 'onDelete'> & {
  /** Null while the first page is on its way. */
  comparisons: readonly ComparisonSummary[] | null;
  hasFailed: boolean;
  onRetry: () => void;
  query: string;
  onQueryChange: (query: string) => void;
  currentId: string | null;
  onNew: () => void;
  /** Null when everything is shown. */
  onMore: (() => void) | null;
  now: Date;
};

export function HistoryPanel(props: HistoryPanelProps) {
  const t = useTranslations('history');
  const tCommon = useTranslations('common');
  const { comparisons, hasFailed, onRetry, query, onQueryChange, onNew, onMore } = props;
  return (
    <div className="flex h-full min-h-0 flex-col gap-2">
      <Button onClick={onNew} className="w-full">
        <Plus aria-hidden />
        {t('new')}
      </Button>
      <input
        type="search"
        className={cn(controlClass, 'h-8')}
        aria-label={t('search')}
        placeholder={t('search')}
        value={query}
        onChange={(event) => onQueryChange(event.target.value)}
      />
      <div className="-mx-1 min-h-0 flex-1 overflow-y-auto px-1">
        {hasFailed && (
          <Callout
            tone="bad"
            title={t('failed')}
            action={
              <Button size="sm" onClick={onRetry}>
                {tCommon('retry')}
              </Button>
            }
          />
        )}
        {!hasFailed && comparisons === null && <HistorySkeleton />}
        {comparisons?.length === 0 && (
          <p className="px-2 py-4 text-center text-faint">
            {query.trim() === '' ? t('empty') : t('nothingFound', { query: query.trim() })}
          </p>
        )}
        <HistoryGroups {...props} comparisons={comparisons ?? []} />
        {onMore && (
          <Button tone="quiet" size="sm" className="mt-2 w-full" onClick={onMore}>
            {t('more')}
          </Button>
        )}
      </div>
    </div>
  );
}

type GroupsProps = Omit<HistoryPanelProps, 'comparisons'> & { comparisons: readonly ComparisonSummary[] };

function HistoryGroups({ comparisons, now, currentId, onOpen, onRename, onDelete }: GroupsProps) {
  const t = useTranslations('history');
  return groupByDay(comparisons, now).map((group) => (
    <section key={group.day} aria-label={t(group.day)}>
      <h3 className="px-2 pt-3 pb-1 font-medium text-faint text-xs">{t(group.day)}</h3>
      <ul>
        {group.comparisons.map((comparison) => (
          <HistoryItem
            key={comparison.id}
            comparison={comparison}
            isCurrent={comparison.id === currentId}
            onOpen={onOpen}
            onRename={onRename}
            onDelete={onDelete}
          />
        ))}
      </ul>
    </section>
  ));
}

function HistorySkeleton() {
  return (
    <div className="space-y-3 p-2">
      {['w-4/5', 'w-3/5', 'w-11/12', 'w-2/3'].map((width) => (
        <div key={width} className="space-y-1.5">
          <Skeleton className={`h-4 ${width}`} />
          <Skeleton className="h-3 w-1/2" />
        </div>
      ))}
    </div>
  );
}
