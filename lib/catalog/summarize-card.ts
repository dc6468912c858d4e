import type { Card, CardSummary } from '#lib/catalog/schema.ts';
import { searchText } from '#lib/catalog/search-text.ts';

export function summarizeCard(card: Card): CardSummary {
  return {
    id: card.id,
    name: card.name,
    kind: card.kind,
    organisation: card.verified.organisation.value,
    releaseDate: card.verified.releaseDate.value,
    searchText: searchText(card),
  };
}
