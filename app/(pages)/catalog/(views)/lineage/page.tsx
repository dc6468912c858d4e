import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LineagePicture } from '#components/catalog/lineage-picture.tsx';
import { cards } from '#lib/catalog/cards.ts';
import { layOutLineage } from '#lib/catalog/lineage-layout.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('catalog');
  return { title: `${t('views.lineage')} · ${t('title')}` };
}

export default function LineagePage() {
  return <LineagePicture layout={layOutLineage(cards)} />;
}
