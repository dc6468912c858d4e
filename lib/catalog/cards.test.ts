import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { cardIndexSource } from '#lib/catalog/card-index-source.ts';
import { cardJsonSchema } from '#lib/catalog/card-json-schema.ts';
import { cards, findCard, getCard, withLineage } from '#lib/catalog/cards.ts';
import { type Card, cardSchema } from '#lib/catalog/schema.ts';

const folder = import.meta.dirname;
const fileNames = readdirSync(join(folder, 'cards'));

test('the index lists every file of the folder: node lib/catalog/build-index.ts', () => {
  const written = readFileSync(join(folder, 'card-files.ts'), 'utf8');
  expect(written).toBe(cardIndexSource(fileNames));
});

test('docs/card.schema.json is current: node lib/catalog/build-index.ts', () => {
  const written = readFileSync(join(folder, '../../docs/card.schema.json'), 'utf8');
  expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(cardJsonSchema())));
});

test.each(fileNames)('%s is a valid card named after its id', (fileName) => {
  const card = cardSchema.parse(JSON.parse(readFileSync(join(folder, 'cards', fileName), 'utf8')));
  expect(`${card.id}.json`).toBe(fileName);
});

test('both tables of the document and the systems of its text are here, and the demo programs', () => {
  const ofTable = (name: string) => cards.filter((card) => card.asStated.table?.includes(name));
  expect(ofTable('(base models)')).toHaveLength(13);
  expect(ofTable('(instruction-tuned models)')).toHaveLength(12);
  expect(cards.filter((card) => card.asStated.table === null && card.asStated.quotes?.length)).toHaveLength(
    21,
  );
  expect(cards.filter((card) => card.kind === 'program').map((card) => card.id)).toEqual([
    'shannon',
    'eliza',
    'librarian',
  ]);
  for (const card of [...ofTable('(base models)'), ...ofTable('(instruction-tuned models)')]) {
    expect(Object.keys(card.asStated.cells ?? {}), card.id).toHaveLength(8);
  }
});

test('every parent has a card, and no card descends from itself', () => {
  const ancestorsOf = (id: string, path: readonly string[]): void => {
    expect(path, 'a cycle').not.toContain(id);
    for (const parent of getCard(id).verified.basedOn.value) ancestorsOf(parent, [...path, id]);
  };
  for (const card of cards) ancestorsOf(card.id, []);
});

test('lineage reads both ways', () => {
  const { lineage } = withLineage(getCard('llama'));
  expect(lineage.basedOn).toEqual([]);
  expect(lineage.derivatives.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'alpaca',
      'chinese-vicuna',
      'koalpaca',
      'japanese-alpaca-lora',
      'chinese-alpaca-lora',
    ]),
  );
  expect(withLineage(getCard('alpaca')).lineage.basedOn).toEqual([{ id: 'llama', name: 'LLaMA' }]);
});

test('every card has a source with an address, and a remark in both languages', () => {
  for (const card of cards) {
    expect(card.sources.length, card.id).toBeGreaterThan(0);
    expect(card.remark, card.id).toBeDefined();
    expect(card.remark?.['zh-CN'], card.id).toMatch(/\p{Script=Han}/u);
  }
});

const languagesSchema = z.strictObject({ en: z.string(), 'zh-CN': z.string() });

/** Every text of a card that is kept in both languages, with its path. */
function listTexts(value: unknown, path = ''): [path: string, en: string, zh: string][] {
  if (typeof value !== 'object' || value === null) return [];
  const text = languagesSchema.safeParse('about' in value ? null : value);
  if (text.success) return [[path, text.data.en, text.data['zh-CN']]];
  return Object.entries(value).flatMap(([key, part]) => listTexts(part, `${path}/${key}`));
}

test('what a person reads of a card is told in Chinese, not in English twice', () => {
  for (const card of cards) {
    const texts = listTexts(card);
    const paths = texts.map(([path]) => path);
    expect(paths, card.id).toEqual(expect.arrayContaining(['/access/today', '/promptFormat/description']));
    for (const [path, en, zh] of texts) {
      // Names alone, such as hub ids and sizes, are the same in every language.
      const isName = en
        .split(/, | \/ /)
        .every((part) =>
          /^(RLHF.*|MIT|transformers [(+] ?[\w-]+\)?|[\w./*-]*[\d/-][\w./*-]*|ada|babbage|curie|davinci)$/.test(
            part,
          ),
        );
      if (!isName) expect(zh, `${card.id}${path}: ${en}`).toMatch(/\p{Script=Han}/u);
    }
  }
});

test('sizes and windows ascend', () => {
  for (const { id, verified } of cards) {
    for (const list of [verified.parameters.value, verified.contextWindow?.value ?? []]) {
      expect(list, id).toEqual(list.toSorted((a, b) => a - b));
    }
  }
});

test.each(['compare', 'printed', 'errata', 'lineage', 'timeline', 'scale', 'families'])(
  'no card has the id %s, which means something else in an address',
  (id) => {
    expect(findCard(id)).toBeNull();
  },
);

test('a difference about a cell is told of a card that has cells, once in each language', () => {
  for (const { id, asStated, discrepancies } of cards) {
    for (const { en, about, ...languages } of discrepancies) {
      expect(languages['zh-CN'], id).toMatch(/\p{Script=Han}/u);
      expect(en, id).not.toMatch(/\p{Script=Han}/u);
      if (about.some((topic) => topic !== 'text')) expect(asStated.cells, `${id}: ${en}`).toBeDefined();
    }
  }
});

test('the cells of a table, put together, are the row as printed', () => {
  for (const { id, asStated } of cards) {
    if (asStated.table === null || asStated.table === undefined) continue;
    expect(Object.values(asStated.cells ?? {}).join(''), id).toBe(asStated.rawRow);
    const opennessCell = asStated.cells?.是否开源;
    expect(opennessCell, id).toBe(asStated.openAsRead ? null : '×');
  }
});

/** Nothing was published or released, so that there is no page to name. */
function isAbsence({ verified, access }: Card, name: string): boolean {
  if (name === 'parameters') return verified.parameters.value.length === 0;
  if (name === 'trainingTokens')
    return verified.trainingTokens.value.every(({ tokensB }) => tokensB === null);
  return name === 'licence' && access.status === 'never-released';
}

test('a high-confidence value of a trained model names the sources that bear it', () => {
  for (const card of cards) {
    if (card.kind === 'program') continue;
    for (const [name, fact] of Object.entries(card.verified)) {
      if (fact?.confidence !== 'high' || isAbsence(card, name)) continue;
      expect(fact.sources, `${card.id}: ${name}`).toBeDefined();
    }
  }
});

test('every source that a value names is one of its card', () => {
  for (const { id, verified, sources } of cards) {
    const ids = sources.map((source) => source.id);
    expect(new Set(ids).size, id).toBe(ids.length);
    for (const fact of Object.values(verified)) {
      for (const source of fact?.sources ?? []) expect(ids, id).toContain(source);
    }
  }
});

test('who offers adapters or weights names them: no card says both that they are on the hub and where is not known', () => {
  for (const { id, access } of cards) {
    if (access.status === 'open-weights') expect(access.hubIds, id).not.toEqual([]);
  }
});

test('findCard answers null, getCard throws not-found', () => {
  expect(findCard('gpt-99')).toBeNull();
  expect(() => getCard('gpt-99')).toThrow(expect.objectContaining({ code: 'not-found' }));
});
