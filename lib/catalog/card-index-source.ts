/** The text of card-files.ts for these file names. Static imports, since bundlers cannot follow a folder listing. */
export function cardIndexSource(fileNames: readonly string[]): string {
  const ids = fileNames
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
  const variable = (id: string) =>
    `card_${id.replaceAll('-', '_')}`.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const imports = ids.map(
    (id) => `import ${variable(id)} from '#lib/catalog/cards/${id}.json' with { type: 'json' };`,
  );
  return [
    '// Written by build-index.ts.',
    ...imports,
    '',
    '/** Every file of cards/, not yet checked. */',
    'export const cardFiles: readonly unknown[] = [',
    ...ids.map((id) => `  ${variable(id)},`),
    '];',
    '',
  ].join('\n');
}
