import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { BattlePage } from '#app/(pages)/battle/_view/battle-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('battle');
  return { title: t('title') };
}

export default function Page() {
  return (
    <Suspense>
      <BattlePage />
    </Suspense>
  );
}
