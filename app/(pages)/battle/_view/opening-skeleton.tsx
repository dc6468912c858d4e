'use client';

import { useTranslations } from 'next-intl';
import { Skeleton } from '#components/ui/skeleton.tsx';

export function OpeningSkeleton() {
  const t = useTranslations('battle');
  return (
    <div role="status" className="flex flex-1 gap-3 p-4">
      <span className="sr-only">{t('loading')}</span>
      <Skeleton className="h-64 flex-1" />
      <Skeleton className="h-64 flex-1 max-sm:hidden" />
    </div>
  );
}
