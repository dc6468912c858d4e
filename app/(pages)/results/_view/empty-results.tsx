import ListChecks from 'lucide-react/icons/list-checks';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button, buttonClass } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';

export function Empty({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
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
        <>
          <Link href="/" className={buttonClass('primary')}>
            {t('emptyAction')}
          </Link>
          <Link href="/results/import" className={buttonClass('plain')}>
            {t('emptyImport')}
          </Link>
        </>
      }
    />
  );
}
