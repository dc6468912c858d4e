import { useTranslations } from 'next-intl';
import { CardSection } from '#components/catalog/card-section.tsx';
import { Button } from '#components/ui/button.tsx';
import type { CardLink, CardWithLineage } from '#lib/catalog/schema.ts';

type LinksProps = { links: readonly CardLink[]; onOpenCard: (cardId: string) => void; emptyText: string };

function CardLinks({ links, onOpenCard, emptyText }: LinksProps) {
  if (links.length === 0) return <p className="text-faint text-sm">{emptyText}</p>;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {links.map(({ id, name }) => (
        <li key={id} className="max-w-full">
          <Button size="sm" className="max-w-full" onClick={() => onOpenCard(id)}>
            <span className="truncate">{name}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

type Props = { lineage: CardWithLineage['lineage']; onOpenCard: (cardId: string) => void };

/** The nearest family; each name opens its card. */
export function CardLineage({ lineage, onOpenCard }: Props) {
  const t = useTranslations('catalog');
  return (
    <CardSection title={t('lineageTitle')}>
      <h4 className="text-soft text-sm">{t('parents')}</h4>
      <CardLinks links={lineage.basedOn} onOpenCard={onOpenCard} emptyText={t('noParents')} />
      <h4 className="mt-1 text-soft text-sm">{t('children')}</h4>
      <CardLinks links={lineage.derivatives} onOpenCard={onOpenCard} emptyText={t('noChildren')} />
    </CardSection>
  );
}
