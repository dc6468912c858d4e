import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ScalePicture } from '#components/catalog/scale-picture.tsx';
import { cards } from '#lib/catalog/cards.ts';
import { listScaleData } from '#lib/catalog/scale-points.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('catalog');
  return { title: `${t('views.scale')} · ${t('title')}` };
}

export default function ScalePage() {
  return <ScalePicture data={listScaleData(cards)} />;
}
