import { cards, getCard } from '#lib/catalog/cards.ts';
import type { Card, CardLink } from '#lib/catalog/schema.ts';

export type LineageNode = CardLink & { children: LineageNode[] };

function tree(card: Card, next: (card: Card) => readonly Card[]): LineageNode[] {
  return next(card).map((other) => ({ id: other.id, name: other.name, children: tree(other, next) }));
}

/** What the card was made from, and what that was made from, and so on. */
export function listAncestors(card: Card): LineageNode[] {
  return tree(card, ({ verified }) => verified.basedOn.value.map(getCard));
}

/** What was made from the card, and what from that, and so on. */
export function listDescendants(card: Card): LineageNode[] {
  return tree(card, ({ id }) => cards.filter(({ verified }) => verified.basedOn.value.includes(id)));
}
