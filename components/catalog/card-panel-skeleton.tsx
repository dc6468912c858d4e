import { useTranslations } from 'next-intl';
import { Skeleton } from '#components/ui/skeleton.tsx';

const rows = ['maker', 'date', 'size', 'data', 'base', 'method', 'licence'];

/** Holds the place of a card while it loads. */
export function CardPanelSkeleton() {
  const t = useTranslations('catalog');
  return (
    <div role="status" aria-label={t('loadingCard')} className="flex flex-col gap-4">
      <Skeleton className="h-5 w-40" />
      <Skeleton className="h-14" />
      {rows.map((row) => (
        <Skeleton key={row} className="h-10" />
      ))}
    </div>
  );
}
