import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ErrataList } from '#components/catalog/errata-list.tsx';
import { cards } from '#lib/catalog/cards.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('catalog');
  return { title: `${t('views.errata')} · ${t('title')}` };
}

export default function ErrataListPage() {
  return <ErrataList cards={cards} />;
}
