import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CardAccess } from '#components/catalog/card-access.tsx';
import { CardDifferences } from '#components/catalog/card-differences.tsx';
import { CardFacts } from '#components/catalog/card-facts.tsx';
import { CardGlance } from '#components/catalog/card-glance.tsx';
import { CardLineage } from '#components/catalog/card-lineage.tsx';
import { CardPrompt } from '#components/catalog/card-prompt.tsx';
import { CardSection } from '#components/catalog/card-section.tsx';
import { CardSources } from '#components/catalog/card-sources.tsx';
import { textLinkClass } from '#components/catalog/text-link.ts';
import { Badge } from '#components/ui/badge.tsx';
import type { CardAnswer } from '#lib/catalog/card-answer.ts';

type Props = {
  card: CardAnswer;
  /** RatingHere; null while it is not known. */
  rating: ReactNode;
  /** Of the endpoint in the lane; absent for the card of a relative. */
  price: ReactNode;
  /** What is published about the endpoint in the lane. */
  live: ReactNode;
  /** Shows the card of a relative. */
  onOpenCard: (cardId: string) => void;
};

/** The catalog card of the model behind a lane, for a side sheet of 360 px and more. Its title is the sheet's. */
export function CardPanel({ card, rating, price, live, onOpenCard }: Props) {
  const t = useTranslations('catalog');
  const locale = useLocale();
  const quotes = card.asStated.quotes ?? [];
  return (
    <article className="flex flex-col gap-6">
      <header className="flex flex-col gap-2">
        <p className="flex flex-wrap items-center justify-between gap-2">
          <Badge>{t(`kind.${card.kind}`)}</Badge>
          <Link href={`/catalog/${card.id}`} prefetch={false} className={`${textLinkClass} text-sm`}>
            {t('openPage')}
          </Link>
        </p>
        {card.remark && <p className="text-lg">{card.remark[locale]}</p>}
      </header>
      <CardGlance card={card} rating={rating} price={price} />
      {live}
      <CardDifferences card={card} />
      <details>
        <summary className="font-semibold">{t('allFacts')}</summary>
        <CardFacts card={card} />
      </details>
      {quotes.length > 0 && (
        <CardSection title={t('quotesTitle')}>
          {quotes.map((quote) => (
            <blockquote key={quote} lang="zh-CN" className="border-line-strong border-l-2 pl-3 text-soft">
              {quote}
            </blockquote>
          ))}
        </CardSection>
      )}
      <CardLineage lineage={card.lineage} onOpenCard={onOpenCard} />
      <CardAccess access={card.access} />
      <CardPrompt promptFormat={card.promptFormat} />
      <CardSources card={card} />
    </article>
  );
}
