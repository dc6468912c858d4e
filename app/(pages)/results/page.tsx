import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ResultsView } from '#app/(pages)/results/_view/results-view.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('results');
  return { title: t('title') };
}

export default function ResultsPage() {
  return <ResultsView />;
}
