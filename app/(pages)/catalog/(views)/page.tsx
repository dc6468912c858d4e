import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CatalogView } from '#app/(pages)/catalog/_view/catalog-view.tsx';
import { cards } from '#lib/catalog/cards.ts';
import { toTableRow } from '#lib/catalog/table-rows.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('catalog');
  return { title: t('title') };
}

export default function CatalogTablePage() {
  return <CatalogView rows={cards.map(toTableRow)} />;
}
