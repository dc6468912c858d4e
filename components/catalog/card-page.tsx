import GitCompareArrows from 'lucide-react/icons/git-compare-arrows';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CardAccess } from '#components/catalog/card-access.tsx';
import { CardDifferences } from '#components/catalog/card-differences.tsx';
import { CardName } from '#components/catalog/card-name.tsx';
import { CardSection } from '#components/catalog/card-section.tsx';
import { CardSources } from '#components/catalog/card-sources.tsx';
import { FactTable } from '#components/catalog/fact-table.tsx';
import { LineageLists } from '#components/catalog/lineage-lists.tsx';
import { PresetList } from '#components/catalog/preset-list.tsx';
import { PromptSection } from '#components/catalog/prompt-section.tsx';
import { textLinkClass } from '#components/catalog/text-link.ts';
import { Badge } from '#components/ui/badge.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import type { LineageNode } from '#lib/catalog/lineage-tree.ts';
import type { Card, CardWithLineage } from '#lib/catalog/schema.ts';

function Heading({ card }: { card: Card }) {
  const t = useTranslations('catalog');
  const locale = useLocale();
  const names = (card.aliases ?? []).filter((name) => !card.name.includes(name));
  return (
    <header className="flex flex-col gap-2">
      <p className="text-sm">
        <Link href="/catalog" className={textLinkClass}>
          {t('title')}
        </Link>
      </p>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="font-semibold text-2xl">
            <CardName name={card.name} />
          </h1>
          <Badge>{t(`kind.${card.kind}`)}</Badge>
        </div>
        <Link href={`/catalog/compare?ids=${card.id}`} prefetch={false} className={buttonClass('plain')}>
          <GitCompareArrows aria-hidden />
          {t('page.compare')}
        </Link>
      </div>
      {names.length > 0 && <p className="text-faint">{names.join(' · ')}</p>}
      {card.remark && <p className="max-w-prose text-lg">{card.remark[locale]}</p>}
    </header>
  );
}

function Quotes({ quotes }: { quotes: readonly string[] }) {
  const t = useTranslations('catalog');
  if (quotes.length === 0) return null;
  return (
    <CardSection level={2} title={t('quotesTitle')}>
      {quotes.map((quote) => (
        <blockquote
          key={quote}
          lang="zh-CN"
          className="break-words border-line-strong border-l-2 pl-3 text-soft"
        >
          {quote}
        </blockquote>
      ))}
    </CardSection>
  );
}

type Props = {
  card: CardWithLineage;
  ancestors: readonly LineageNode[];
  descendants: readonly LineageNode[];
  /** ArenaSection and RecentBallots. */
  ratings: ReactNode;
};

/** Everything the catalog knows of one model. */
export function CardPage({ card, ancestors, descendants, ratings }: Props) {
  return (
    <article className="mx-auto flex w-full max-w-6xl flex-col gap-6 p-4 sm:p-6">
      <Heading card={card} />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <FactTable card={card} />
          <CardDifferences card={card} />
          <Quotes quotes={card.asStated.quotes ?? []} />
          <LineageLists
            ancestors={ancestors}
            descendants={descendants}
            external={card.verified.basedOn.external}
          />
          <PromptSection promptFormat={card.promptFormat} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <CardAccess level={2} access={card.access} />
          <PresetList access={card.access} cardId={card.id} />
          {ratings}
          <CardSources level={2} card={card} />
        </div>
      </div>
    </article>
  );
}
