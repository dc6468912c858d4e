import IdCard from 'lucide-react/icons/id-card';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';

/** In the place of the card, while the endpoint is linked to none. */
export function NoCard({ onChoose }: { onChoose: () => void }) {
  const t = useTranslations('catalog');
  return (
    <EmptyState
      icon={<IdCard aria-hidden />}
      title={t('noCardTitle')}
      description={t('noCardText')}
      action={
        <Button tone="primary" onClick={onChoose}>
          {t('chooseCard')}
        </Button>
      }
    />
  );
}
