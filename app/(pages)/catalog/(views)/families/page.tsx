import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FamiliesPage } from '#components/catalog/families-page.tsx';
import { cards } from '#lib/catalog/cards.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('catalog');
  return { title: `${t('views.families')} · ${t('title')}` };
}

export default function CatalogFamiliesPage() {
  return <FamiliesPage cards={cards} />;
}
