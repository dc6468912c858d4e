import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CatalogNav } from '#components/catalog/catalog-nav.tsx';
import { documentTitle } from '#lib/catalog/document-tables.ts';

/** Title and ways of looking, around every page of the catalog but a card's own. */
export function CatalogFrame({ count, children }: { count: number; children: ReactNode }) {
  const t = useTranslations('catalog');
  return (
    <div className="mx-auto flex w-full max-w-7xl flex-col gap-4 p-4 sm:p-6">
      <header>
        <h1 className="font-semibold text-xl">{t('title')}</h1>
        <p className="max-w-prose text-soft">
          {t.rich('intro', {
            count,
            title: documentTitle,
            source: (text) => (
              <cite lang="zh-CN" className="not-italic">
                {text}
              </cite>
            ),
          })}
        </p>
      </header>
      <CatalogNav />
      {children}
    </div>
  );
}
