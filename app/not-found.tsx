import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { buttonClass } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  return { title: t('notFoundTitle') };
}

export default async function NotFound() {
  const t = await getTranslations('common');
  return (
    <EmptyState
      title={t('notFoundTitle')}
      description={t('notFoundText')}
      action={
        <Link href="/" className={buttonClass('primary')}>
          {t('toStart')}
        </Link>
      }
    />
  );
}
