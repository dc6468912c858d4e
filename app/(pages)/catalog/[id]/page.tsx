import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { CardBallots } from '#app/(pages)/catalog/[id]/card-ballots.tsx';
import { CardHubFacts } from '#app/(pages)/catalog/[id]/card-hub-facts.tsx';
import { CardStanding } from '#app/(pages)/catalog/[id]/card-standing.tsx';
import { ArenaSection } from '#components/catalog/arena-section.tsx';
import { CardPage } from '#components/catalog/card-page.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
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
  const ratings = (
    <>
      <Suspense fallback={<Skeleton className="h-20" />}>
        <CardStanding card={card} />
      </Suspense>
      <Suspense fallback={<Skeleton className="h-20" />}>
        <CardBallots cardId={card.id} />
      </Suspense>
      <ArenaSection entries={listArenaEntries(card)} board={arenaHistory} />
      <Suspense fallback={null}>
        <CardHubFacts card={card} />
      </Suspense>
    </>
  );
  const family = { ancestors: listAncestors(card), descendants: listDescendants(card) };
  return <CardPage card={withLineage(card)} {...family} ratings={ratings} />;
}
