'use client';

import GitCompareArrows from 'lucide-react/icons/git-compare-arrows';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useBoard } from '#app/_lib/client/use-board.ts';
import { useCard } from '#app/_lib/client/use-catalog.ts';
import { useErrorText } from '#app/_lib/client/use-error-text.ts';
import { LaneFacts, LanePrice } from '#app/(pages)/_compare/lane-facts.tsx';
import { CardPanel } from '#components/catalog/card-panel.tsx';
import { CardPanelSkeleton } from '#components/catalog/card-panel-skeleton.tsx';
import { laneCardsHref } from '#components/catalog/compare-href.ts';
import { NoCard } from '#components/catalog/no-card.tsx';
import { RatingHere } from '#components/catalog/rating-here.tsx';
import { Button, buttonClass } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { Sheet } from '#components/ui/dialog.tsx';
import type { Lane } from '#lib/arena/schema.ts';

type Props = {
  lane: Lane;
  /** All of the comparison, this one too. */
  lanes: readonly Lane[];
  onClose: () => void;
};

/** Who answers in a lane: its card, and from there those of its relatives, and what is published of its endpoint. */
export function CardSheet({ lane, lanes, onClose }: Props) {
  const t = useTranslations('compare');
  const tCatalog = useTranslations('catalog');
  const tCommon = useTranslations('common');
  const errorText = useErrorText();
  const [shownId, setShownId] = useState(lane.cardId);
  const { data: card, error, refetch } = useCard(shownId);
  const board = useBoard('', 'by=card', shownId !== null);
  const compareLink = laneCardsHref(lanes);
  const isOwnCard = shownId === lane.cardId;
  const live = isOwnCard && <LaneFacts lane={lane} />;
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={card?.name ?? lane.name ?? t('card')}
      description={card?.verified.organisation.value.join(', ')}
      footer={
        compareLink && (
          <Link href={compareLink} className={buttonClass('plain')}>
            <GitCompareArrows aria-hidden />
            {tCatalog('compareThese')}
          </Link>
        )
      }
    >
      {card && (
        <CardPanel
          key={card.id}
          card={card}
          live={live}
          price={isOwnCard && <LanePrice lane={lane} />}
          rating={board.data && <RatingHere row={board.data.rows.find(({ id }) => id === card.id) ?? null} />}
          onOpenCard={setShownId}
        />
      )}
      {shownId === null && (
        <div className="flex flex-col gap-6">
          {live}
          <NoCard />
        </div>
      )}
      {shownId !== null && !card && !error && <CardPanelSkeleton />}
      {error && (
        <Callout tone="bad" action={<Button onClick={() => void refetch()}>{tCommon('retry')}</Button>}>
          {errorText(error)}
        </Callout>
      )}
    </Sheet>
  );
}
