import { cards } from '#lib/catalog/cards.ts';
import type { Card } from '#lib/catalog/schema.ts';

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
const escapeRegExp = (text: string) => text.replace(/[.+*?^${}()|[\]\\]/g, '\\$&');

/** Every way to name a card: its id, its name, the parts of a double name, its aliases. */
function namesOf(card: Card): string[] {
  const parts = card.name.split(/\s*[/(（)）]\s*/);
  return [card.id, card.name, ...parts, ...(card.aliases ?? [])].map(plain).filter((name) => name.length > 1);
}

/** Too common a word to be taken for a model: "Ada" is asked for by its full name. */
const ambiguous = new Set([
  'series',
  'paper models',
  'paper family',
  '137b',
  'bard',
  'ada',
  'flan',
  'program',
]);

const names = cards
  .flatMap((card) => namesOf(card).map((name) => ({ card, name })))
  .filter(({ name, card }) => !ambiguous.has(name) || name === plain(card.name))
  .sort((a, b) => b.name.length - a.name.length);

/** The cards that a text names, in its order. Long names go first: "code-davinci-002" does not also name davinci. */
export function findNamedCards(text: string): Card[] {
  let rest = plain(text.slice(0, 10_000));
  const found = new Map<Card, number>();
  for (const { card, name } of names) {
    const matcher = new RegExp(`(?<![a-z0-9])${escapeRegExp(name)}(?![a-z0-9]|[.]\\d| \\d)`, 'g');
    const at = rest.search(matcher);
    if (at < 0) continue;
    found.set(card, Math.min(at, found.get(card) ?? at));
    // Blanked out at the same length, so that positions stay comparable.
    rest = rest.replace(matcher, '\u0000'.repeat(name.length));
  }
  return [...found].sort((a, b) => a[1] - b[1]).map(([card]) => card);
}
