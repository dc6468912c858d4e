import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { CardBallots } from '#app/(pages)/catalog/[id]/card-ballots.tsx';
import { ArenaSection } from '#components/catalog/arena-section.tsx';
import { CardPage } from '#components/catalog/card-page.tsx';
import { arenaHistory, listArenaEntries } from '#lib/catalog/arena-history.ts';
import { findCard, withLineage } from '#lib/catalog/cards.ts';
import { listAncestors, listDescendants } from '#lib/catalog/lineage-tree.ts';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: findCard((await params).id)?.name ?? null };
}

export default async function Page({ params }: Props) {
  const card = findCard((await params).id);
  if (!card) notFound();
  return (
    <CardPage
      card={withLineage(card)}
      ancestors={listAncestors(card)}
      descendants={listDescendants(card)}
      ratings={
        <>
          <ArenaSection entries={listArenaEntries(card)} board={arenaHistory} />
          <Suspense fallback={null}>
            <CardBallots cardId={card.id} />
          </Suspense>
        </>
      }
    />
  );
}
