import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PrintedTables } from '#components/catalog/printed-tables.tsx';
import { cards } from '#lib/catalog/cards.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('catalog');
  return { title: `${t('views.printed')} · ${t('title')}` };
}

export default function PrintedTablesPage() {
  return <PrintedTables cards={cards} />;
}
