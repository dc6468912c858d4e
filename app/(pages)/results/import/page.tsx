import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportView } from '#app/(pages)/results/import/import-view.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('imports');
  return { title: t('title') };
}

export default function ImportPage() {
  return <ImportView />;
}
