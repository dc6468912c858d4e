'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCard } from '#app/_lib/client/use-catalog.ts';
import { useErrorText } from '#app/_lib/client/use-error-text.ts';
import { CardPanel } from '#components/catalog/card-panel.tsx';
import { CardPanelSkeleton } from '#components/catalog/card-panel-skeleton.tsx';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { Sheet } from '#components/ui/dialog.tsx';

type Props = { cardId: string; onClose: () => void };

/** The card of the model behind a lane, and from there those of its relatives. */
export function CardSheet({ cardId, onClose }: Props) {
  const t = useTranslations('compare');
  const tCommon = useTranslations('common');
  const errorText = useErrorText();
  const [shownId, setShownId] = useState(cardId);
  const { data: card, error, refetch } = useCard(shownId);
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={card?.name ?? t('card')}
      description={card?.verified.organisation.value.join(', ')}
    >
      {card && <CardPanel key={card.id} card={card} onOpenCard={setShownId} />}
      {!card && !error && <CardPanelSkeleton />}
      {error && (
        <Callout tone="bad" action={<Button onClick={() => void refetch()}>{tCommon('retry')}</Button>}>
          {errorText(error)}
        </Callout>
      )}
    </Sheet>
  );
}
