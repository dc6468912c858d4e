import { z } from 'zod';
import { cardFiles } from '#lib/catalog/card-files.ts';
import { type Card, type CardLink, type CardWithLineage, cardSchema } from '#lib/catalog/schema.ts';
import { AppError } from '#lib/errors.ts';

const byDate = (a: Card, b: Card) =>
  (a.verified.releaseDate.value ?? '9999').localeCompare(b.verified.releaseDate.value ?? '9999') ||
  a.name.localeCompare(b.name, 'en');

/** Every card, oldest first; those without a date come last. */
export const cards: readonly Card[] = z.array(cardSchema).parse(cardFiles).sort(byDate);

const cardsById = new Map(cards.map((card) => [card.id, card]));

export function findCard(id: string): Card | null {
  return cardsById.get(id) ?? null;
}

/** Throws `not-found`. */
export function getCard(id: string): Card {
  const card = findCard(id);
  if (!card) throw new AppError('not-found', `There is no catalog card "${id}".`);
  return card;
}

const linkTo = ({ id, name }: Card): CardLink => ({ id, name });

/** The card with its direct parents and children; parents without a card stay in `verified.basedOn.external`. */
export function withLineage(card: Card): CardWithLineage {
  const parents = card.verified.basedOn.value.flatMap((id) => findCard(id) ?? []);
  const children = cards.filter((other) => other.verified.basedOn.value.includes(card.id));
  return { ...card, lineage: { basedOn: parents.map(linkTo), derivatives: children.map(linkTo) } };
}
