import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getMessages, getTranslations } from 'next-intl/server';
import { buildDocument } from '#app/_lib/openapi/build-document.ts';
import { ApiReference } from '#app/(pages)/api/_view/api-reference.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('api');
  return { title: t('title'), description: t('description') };
}

export default async function Page() {
  const { api } = await getMessages();
  const host = (await headers()).get('host') ?? '127.0.0.1:3000';
  return <ApiReference document={buildDocument(api)} words={api} host={host} />;
}
