import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { CompareAdd } from '#components/catalog/compare-add.tsx';
import { mostCompared } from '#components/catalog/compare-href.ts';
import { CompareTable } from '#components/catalog/compare-table.tsx';
import { textLinkClass } from '#components/catalog/text-link.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { CardLink, CardWithLineage } from '#lib/catalog/schema.ts';

type Props = { cards: readonly CardWithLineage[]; choices: readonly CardLink[] };

/** The page that sets cards side by side. */
export function CompareCards({ cards, choices }: Props) {
  const t = useTranslations('catalog');
  const ids = cards.map(({ id }) => id);
  return (
    <div className="mx-auto flex w-full max-w-7xl flex-col gap-4 p-4 sm:p-6">
      <header className="flex flex-col gap-1">
        <p className="text-sm">
          <Link href="/catalog" className={textLinkClass}>
            {t('title')}
          </Link>
        </p>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h1 className="font-semibold text-xl">{t('compare.title')}</h1>
          {cards.length < mostCompared && <CompareAdd ids={ids} choices={choices} />}
        </div>
      </header>
      {cards.length === 0 ? (
        <EmptyState title={t('compare.emptyTitle')} description={t('compare.emptyText')} />
      ) : (
        <CompareTable cards={cards} />
      )}
      {cards.length === 1 && <p className="text-soft">{t('compare.oneMore')}</p>}
    </div>
  );
}
