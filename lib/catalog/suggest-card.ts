import { cards } from '#lib/catalog/cards.ts';

/** Ids under which servers hide what they serve: deployments, paths, and the defaults of local servers. */
const opaqueId = /^(ep-|as-|default$|model$|local-model$|tgi$|[0-9a-f]{8}-[0-9a-f]{4}-)|^\/|\.gguf$/;

const escapeRegExp = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');

function toMatcher(pattern: string): RegExp {
  return new RegExp(`^${pattern.toLowerCase().split('*').map(escapeRegExp).join('.*')}$`);
}

const rules = cards.flatMap((card) =>
  [...(card.modelPatterns ?? []), ...card.access.hubIds].map((pattern) => ({
    cardId: card.id,
    matcher: toMatcher(pattern),
  })),
);

const names = new Map(
  cards.flatMap((card) => [card.name, ...(card.aliases ?? [])].map((name) => [name.toLowerCase(), card.id])),
);

/** Gateways, and the organisations that publish what the cards describe. A copy elsewhere may be a changed one. */
const trustedPrefixes = new Set([
  ...['models', 'openai', 'azure', 'openrouter', 'litellm', 'hf.co', 'zai-org'],
  ...cards.flatMap((card) => card.access.hubIds.map((id) => id.toLowerCase().split('/')[0] ?? '')),
]);

/** "openrouter/openai/gpt-4:latest" is also "openai/gpt-4" and "gpt-4". */
function spellings(modelId: string): string[] {
  const id = modelId
    .trim()
    .toLowerCase()
    .replace(/:latest$/, '');
  const parts = id.split('/');
  const firstName = parts.findIndex((part) => !trustedPrefixes.has(part));
  return parts.slice(0, firstName + 1).map((_, index) => parts.slice(index).join('/'));
}

/**
 * The card of the model that an endpoint serves, or null. A wrong link would put false facts beside an answer, so
 * only ids that a card claims count: no guess from a similar name, a successor or a fine-tuned descendant.
 * The endpoint's name is believed only where the model id says nothing.
 */
export function suggestCard(modelId: string, name = ''): string | null {
  const candidates = spellings(modelId);
  const found = new Set(
    rules.filter(({ matcher }) => candidates.some((id) => matcher.test(id))).map(({ cardId }) => cardId),
  );
  const [only] = found;
  if (only && found.size === 1) return only;
  if (found.size > 1 || !opaqueId.test(modelId.trim().toLowerCase())) return null;
  return names.get(name.trim().toLowerCase()) ?? null;
}
