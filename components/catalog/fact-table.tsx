import { useTranslations } from 'next-intl';
import { FactValue } from '#components/catalog/card-fact.tsx';
import { type CardFactEntry, isFactDifferent, useFactReader } from '#components/catalog/use-card-facts.tsx';
import { cn } from '#components/ui/class-names.ts';
import type { CardWithLineage } from '#lib/catalog/schema.ts';

function Stated({ fact, isDifferent }: { fact: CardFactEntry; isDifferent: boolean }) {
  const t = useTranslations('catalog');
  return (
    <dd className="min-w-0 break-words text-soft">
      <span className="text-faint text-xs sm:sr-only">{t('page.statedTerm')} </span>
      {fact.stated === null ? (
        <span className="text-faint">{t(fact.isReadAsOpen ? 'page.blankOpen' : 'page.blank')}</span>
      ) : (
        <span lang="zh-CN">{fact.stated}</span>
      )}
      <span className={cn('ml-2 whitespace-nowrap text-xs', isDifferent ? 'text-warn' : 'text-faint')}>
        {isDifferent ? t('page.differs') : (fact.stated !== null || fact.isReadAsOpen) && t('page.agrees')}
      </span>
    </dd>
  );
}

/** The facts of a card, each beside the cell of the source document where it has one. */
export function FactTable({ card }: { card: CardWithLineage }) {
  const t = useTranslations('catalog');
  const facts = useFactReader()(card);
  const hasCells = card.asStated.cells !== undefined;
  const columns = hasCells ? 'sm:grid-cols-[8rem_minmax(0,1fr)_11rem]' : 'sm:grid-cols-[8rem_minmax(0,1fr)]';
  return (
    <div>
      {hasCells && (
        <div
          aria-hidden
          className={cn('hidden gap-x-4 border-line border-b pb-1.5 text-faint text-xs sm:grid', columns)}
        >
          <span />
          <span>{t('page.verifiedColumn')}</span>
          <span>{t('page.statedColumn')}</span>
        </div>
      )}
      <dl>
        {facts.map((fact) => (
          <div
            key={fact.name}
            className={cn('grid gap-x-4 gap-y-0.5 border-line border-b py-2.5 last:border-b-0', columns)}
          >
            <dt className="text-soft text-sm leading-5">{fact.term}</dt>
            <dd className="min-w-0 break-words">
              <FactValue fact={fact} />
            </dd>
            {fact.stated !== undefined && (
              <Stated fact={fact} isDifferent={isFactDifferent(card, fact.name)} />
            )}
          </div>
        ))}
      </dl>
    </div>
  );
}
