import makers from '#lib/arena/model-makers.json' with { type: 'json' };
import { findCard } from '#lib/catalog/cards.ts';
import { suggestCard } from '#lib/catalog/suggest-card.ts';

export type Identity = { id: string; name: string; model: string; cardId: string | null };

/** Parts of model ids that say nothing of the model. */
const plainWords = new Set(
  'chat instruct base model test demo local latest large small medium mini turbo preview default text the fast free pro max plus'.split(
    ' ',
  ),
);

/**
 * Words by which an answer can give away who wrote it: the endpoint's and the model's names, the family ("qwen" of
 * "qwen3:8b"), the names of its card, and its makers.
 */
export function identityWords({ id, name, model, cardId }: Identity): string[] {
  const ownId = /^[0-9a-f-]{36}$/.test(id) ? [] : [id];
  const card = findCard(cardId ?? suggestCard(model, name) ?? '');
  const segments = model.split('/').filter((segment) => segment !== '');
  const versions = segments.map((segment) => segment.split(':')[0] ?? '');
  const families = versions.flatMap(
    (version) => version.toLowerCase().match(/^[a-z]{2,}\d*(\.\d+)*|^[\p{Script=Han}]+/u)?.[0] ?? [],
  );
  const roots = families.map((family) => family.replace(/[\d.]+$/, ''));
  const cardNames = card === null ? [] : [card.name, ...(card.aliases ?? [])];
  const houses = card === null ? [] : card.verified.organisation.value.flatMap(splitNames);
  const all = [name, model, ...ownId, ...segments, ...versions, ...families, ...roots].concat(
    cardNames.flatMap(splitNames),
    houses,
    makersOf([model, name, ...cardNames].join(' ').toLowerCase()),
  );
  const telling = all.map((word) => word.trim()).filter((word) => isTelling(word));
  return [...new Set(telling)];
}

/** "MIT (Joseph Weizenbaum)" is two names. */
function splitNames(text: string): string[] {
  return text.split(/[(),;]|\band\b|\s\/\s/u).map((part) => part.trim());
}

function isTelling(word: string): boolean {
  const signs = word.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const isCounted = /^[\p{N}\s.]+$/u.test(word);
  return signs >= 2 && !isCounted && !plainWords.has(word.toLowerCase());
}

/** Well-known makers of a family that cards and ids do not name. */
function makersOf(names: string): string[] {
  return makers.flatMap(({ families, words }) =>
    families.some((family) => new RegExp(`(?<![a-z])${family}(?![a-z])`).test(names)) ? words : [],
  );
}
