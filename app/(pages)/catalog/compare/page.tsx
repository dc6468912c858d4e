import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CompareCards } from '#components/catalog/compare-cards.tsx';
import { mostCompared } from '#components/catalog/compare-href.ts';
import { cards, findCard, withLineage } from '#lib/catalog/cards.ts';

type Props = { searchParams: Promise<{ ids?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('catalog');
  return { title: t('compare.title') };
}

/** `?ids=a,b` or `?ids=a&ids=b`; unknown ids and repetitions are left out. */
export default async function ComparePage({ searchParams }: Props) {
  const ids = new Set([(await searchParams).ids ?? []].flat().flatMap((part) => part.split(',')));
  const chosen = [...ids].flatMap((id) => findCard(id) ?? []).slice(0, mostCompared);
  const choices = cards
    .filter((card) => !chosen.includes(card))
    .map(({ id, name }) => ({ id, name }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
  return <CompareCards cards={chosen.map(withLineage)} choices={choices} />;
}
