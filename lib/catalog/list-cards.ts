import { cards } from '#lib/catalog/cards.ts';
import type { Card, CatalogFilter } from '#lib/catalog/schema.ts';
import { normalizeText, searchText } from '#lib/catalog/search-text.ts';

const searchTexts = new Map(cards.map((card) => [card.id, searchText(card)]));

/** True where anybody can download the weights; a form to fill in or a weight difference does not count. */
export function isOpen(card: Card): boolean {
  return card.access.status === 'open-weights';
}

/** 0: the name itself, 1: the name begins so, 2: in the name, 3: elsewhere. */
function nameDistance(card: Card, query: string): number {
  const name = normalizeText(card.name);
  if (name === query || card.id === query) return 0;
  if (name.startsWith(query)) return 1;
  return name.includes(query) ? 2 : 3;
}

/** The cards that pass every filter, oldest first; with `q` those whose name matches come before the others. */
export function listCards(filter: CatalogFilter = {}): Card[] {
  const query = normalizeText(filter.q ?? '').trim();
  const words = query.split(/\s+/).filter(Boolean);
  const organisation = filter.organisation?.toLowerCase();
  const found = cards.filter((card) => {
    if (filter.kind && card.kind !== filter.kind) return false;
    if (filter.architecture && card.verified.architecture.value !== filter.architecture) return false;
    if (filter.open !== undefined && isOpen(card) !== filter.open) return false;
    const makers = card.verified.organisation.value;
    if (organisation && !makers.some((maker) => maker.toLowerCase().includes(organisation))) return false;
    const text = searchTexts.get(card.id) ?? '';
    return words.every((word) => text.includes(word));
  });
  if (words.length === 0) return found;
  return found.sort((a, b) => nameDistance(a, query) - nameDistance(b, query));
}
