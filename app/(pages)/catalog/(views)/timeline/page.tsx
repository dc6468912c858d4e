import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TimelinePicture } from '#components/catalog/timeline-picture.tsx';
import { cards } from '#lib/catalog/cards.ts';

type Props = { searchParams: Promise<{ by?: string | string[] }> };

// The three programs are decades away from all others, or of this day.
const models = cards.filter(({ kind }) => kind !== 'program');

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('catalog');
  return { title: `${t('views.timeline')} · ${t('title')}` };
}

export default async function TimelinePage({ searchParams }: Props) {
  return <TimelinePicture cards={models} by={(await searchParams).by === 'family' ? 'family' : 'maker'} />;
}
