import type { Card } from '#lib/catalog/schema.ts';

const longest = 22;

const withoutBrackets = (name: string) => name.split(' (')[0] ?? name;

/** A card's name where a picture has little room: without what stands in brackets, or an alias that fits. */
export function shortName({ name, aliases = [] }: Pick<Card, 'name' | 'aliases'>): string {
  const names = [name, ...aliases].map(withoutBrackets);
  return names.find((short) => short.length <= longest) ?? `${withoutBrackets(name).slice(0, longest - 1)}…`;
}
