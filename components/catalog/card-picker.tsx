'use client';

import { Command } from 'cmdk';
import Check from 'lucide-react/icons/check';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '#components/ui/class-names.ts';
import { controlClass } from '#components/ui/input-class.ts';
import { menuItemClass } from '#components/ui/popup-class.ts';
import type { CardSummary } from '#lib/catalog/schema.ts';
import { normalizeText } from '#lib/catalog/search-text.ts';

/** Stands for no card in the list; a test keeps it from becoming an id. */
const noCard = 'no-card';

/** A card's name counts more than the rest of what is written about it. */
function score(_: string, search: string, [name = '', text = '']: string[] = []): number {
  const query = normalizeText(search).trim();
  if (!query.split(/\s+/).every((word) => text.includes(word))) return 0;
  if (name === query) return 1;
  if (name.startsWith(query)) return 0.8;
  return name.includes(query) ? 0.6 : 0.4;
}

type RowProps = {
  id: string;
  isChosen: boolean;
  keywords: string[];
  onChoose: () => void;
  children: ReactNode;
};

function Row({ id, isChosen, keywords, onChoose, children }: RowProps) {
  return (
    <Command.Item
      value={id}
      keywords={keywords}
      onSelect={onChoose}
      className={cn(menuItemClass, 'data-[disabled=false]:opacity-100 data-[selected=true]:bg-selected')}
    >
      <Check aria-hidden className={isChosen ? undefined : 'invisible'} />
      {children}
    </Command.Item>
  );
}

type Props = {
  cards: readonly CardSummary[];
  value: string | null;
  onChange: (cardId: string | null) => void;
};

/** Finds the card to link an endpoint to, by name, maker, year or anything else on it, in both languages. */
export function CardPicker({ cards, value, onChange }: Props) {
  const t = useTranslations('catalog');
  return (
    <Command label={t('pickerLabel')} filter={score} defaultValue={value ?? noCard} loop>
      <Command.Input placeholder={t('pickerPlaceholder')} className={cn(controlClass, 'h-8')} />
      <Command.List className="mt-2 max-h-[min(24rem,60dvh)] overflow-y-auto">
        <Command.Empty className="px-3 py-6 text-center text-soft">{t('pickerEmpty')}</Command.Empty>
        <Row id={noCard} isChosen={value === null} keywords={['', '']} onChoose={() => onChange(null)}>
          {t('pickerNone')}
        </Row>
        {cards.map((card) => (
          <Row
            key={card.id}
            id={card.id}
            isChosen={card.id === value}
            keywords={[normalizeText(card.name), card.searchText]}
            onChoose={() => onChange(card.id)}
          >
            <span className="flex min-w-0 flex-col">
              <span className="truncate">{card.name}</span>
              <span className="truncate text-faint text-xs">
                {[card.organisation.join(', '), card.releaseDate?.slice(0, 4), t(`kind.${card.kind}`)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </Row>
        ))}
      </Command.List>
    </Command>
  );
}
