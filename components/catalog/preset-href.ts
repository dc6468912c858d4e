import type { AccessPreset } from '#lib/catalog/schema.ts';

/** The endpoints page with the form for a new endpoint filled in; a person still looks and saves. */
export function presetHref(preset: AccessPreset, cardId: string): string {
  const { name, protocol, baseUrl, model, template } = preset;
  const search = new URLSearchParams({ add: '1', name, protocol, baseUrl, model });
  if (template !== undefined) search.set('template', template);
  // A successor is another model: the facts of this card are not its own.
  if (!preset.isSuccessor) search.set('card', cardId);
  return `/endpoints?${search}`;
}
