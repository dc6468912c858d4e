import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import en from '#messages/en.json' with { type: 'json' };

type Tree = { [key: string]: string | Tree };

/** Keys that are put together from data: names of pages, of errors, of fields. */
const dynamic = [
  'api.',
  'compare.layout.',
  'compare.prompts.',
  'errors.api.',
  'errors.ask.',
  'history.earlier',
  'history.today',
  'history.yesterday',
  'lane.status.',
  'leaderboard.exclusions.',
  'navigation.',
  'results.time.',
];

function keysOf(tree: Tree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  );
}

/** What a file of the pages says about messages: the namespaces it opens, and every text that may be a key. */
function readUses(path: string) {
  const source = readFileSync(path, 'utf8');
  return {
    namespaces: [...source.matchAll(/Translations[<(]'([\w.-]+)'/g)].map(([, name = '']) => `${name}.`),
    texts: new Set([...source.matchAll(/'([^'\n]*)'/g)].map(([, text = '']) => text)),
    beginnings: [...source.matchAll(/`([\w.-]+\.)\$\{/g)].map(([, text = '']) => text),
  };
}

test('every message is used', () => {
  const keys = keysOf(en);
  expect(dynamic.filter((prefix) => !keys.some((key) => key.startsWith(prefix)))).toEqual([]);
  const uses = globSync('{app,components}/**/*.{ts,tsx}')
    .filter((path) => !path.includes('.test.'))
    .map(readUses)
    .filter(({ namespaces }) => namespaces.length > 0);
  expect(uses.length).toBeGreaterThan(50);
  const isUsed = (key: string) =>
    uses.some(({ namespaces, texts, beginnings }) =>
      namespaces
        .filter((namespace) => key.startsWith(namespace))
        .map((namespace) => key.slice(namespace.length))
        .some((rest) => texts.has(rest) || beginnings.some((beginning) => rest.startsWith(beginning))),
    );
  const unused = keys.filter((key) => !dynamic.some((prefix) => key.startsWith(prefix)) && !isUsed(key));
  expect(unused).toEqual([]);
});
