import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { ResultPage } from '#app/(pages)/results/[id]/result-page.tsx';
import { getPreference } from '#db/queries/preferences.ts';
import { AppError } from '#lib/errors.ts';

type Props = { params: Promise<{ id: string }> };

/** The record for this request, or the page that says there is none. */
const readPreference = cache(async (id: string) => {
  if (!/^[0-9a-f-]{36}$/i.test(id)) notFound();
  try {
    return await getPreference(id);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('results');
  const { turn } = await readPreference((await params).id);
  return { title: `${turn.prompt.slice(0, 60)} · ${t('title')}` };
}

export default async function Page({ params }: Props) {
  return <ResultPage preference={await readPreference((await params).id)} />;
}
