import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EndpointsView } from '#app/(pages)/endpoints/_view/endpoints-view.tsx';
import { listCardSummaries } from '#lib/catalog/list-cards.ts';
import { templates } from '#lib/endpoints/templates.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('endpoints');
  return { title: t('title') };
}

export default function EndpointsPage() {
  return (
    <EndpointsView
      cards={listCardSummaries().map(({ id, name, organisation }) => ({ id, name, organisation }))}
      templates={templates.map(({ id }) => id)}
    />
  );
}
