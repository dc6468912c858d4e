import IdCard from 'lucide-react/icons/id-card';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';

/** In the place of the card, while the endpoint is linked to none. */
export function NoCard() {
  const t = useTranslations('catalog');
  return (
    <EmptyState
      icon={<IdCard aria-hidden />}
      title={t('noCardTitle')}
      description={t('noCardText')}
      action={
        <Link href="/endpoints" className={buttonClass('plain')}>
          {t('chooseCard')}
        </Link>
      }
    />
  );
}
