import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { EndpointsView } from '#app/(pages)/endpoints/_view/endpoints-view.tsx';
import { textLinkClass } from '#components/catalog/text-link.ts';
import { cards } from '#lib/catalog/cards.ts';
import { templates } from '#lib/endpoints/templates.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('endpoints');
  return { title: t('title') };
}

export default async function EndpointsPage() {
  const t = await getTranslations('endpoints');
  return (
    <>
      <EndpointsView
        cards={cards.map(({ id, name, verified }) => ({
          id,
          name,
          organisation: verified.organisation.value,
        }))}
        templates={templates.map(({ id }) => id)}
      />
      <p className="mx-auto w-full max-w-6xl px-4 pb-6 text-soft text-sm sm:px-6">
        {t.rich('apiHint', {
          link: (text) => (
            <Link href="/api" prefetch={false} className={textLinkClass}>
              {text}
            </Link>
          ),
        })}
      </p>
    </>
  );
}
