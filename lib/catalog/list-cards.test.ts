import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cards } from '#lib/catalog/cards.ts';
import { listCards } from '#lib/catalog/list-cards.ts';
import { catalogFilterSchema } from '#lib/catalog/schema.ts';

const ids = (filter: Parameters<typeof listCards>[0]) => listCards(filter).map((card) => card.id);

describe('listCards', () => {
  test('without a filter gives all, oldest first', () => {
    const dates = listCards().flatMap((card) => card.verified.releaseDate.value ?? []);
    expect(listCards()).toHaveLength(cards.length);
    expect(dates).toEqual(dates.toSorted());
  });

  test.each([
    ['清华', ['glm-130b', 'chatglm']],
    ['百度', ['ernie-3-0-titan', 'ernie-bot']],
    ['文心一言', ['ernie-bot']],
    ['骆驼', ['chinese-alpaca-lora']],
    ['韩语', ['koalpaca']],
    ['BLOOMZ', ['bloomz']],
    ['gpt-4', ['gpt-4']],
  ])('finds %s', (q, expected) => {
    expect(ids({ q }).slice(0, expected.length)).toEqual(expected);
  });

  test('puts a card of that name first and wants every word', () => {
    expect(ids({ q: 'llama' })[0]).toBe('llama');
    expect(ids({ q: 'openai rlhf' })).toContain('instructgpt');
    expect(ids({ q: 'openai 清华' })).toEqual([]);
  });

  test('filters by kind, architecture, openness and organisation, together', () => {
    expect(ids({ kind: 'program' })).toHaveLength(3);
    expect(ids({ architecture: 'glm' })).toEqual(['glm-130b', 'chatglm']);
    expect(ids({ architecture: 'encoder-decoder', open: true, organisation: 'google' })).toEqual([
      't5',
      'mt5',
    ]);
    const open = ids({ open: true });
    expect(open.length + ids({ open: false }).length).toBe(cards.length);
  });

  test('reads its filter from a URL and refuses unknown fields', () => {
    expect(catalogFilterSchema.parse({ q: ' t5 ', open: 'true' })).toEqual({ q: 't5', open: true });
    expect(catalogFilterSchema.safeParse({ colour: 'red' }).success).toBe(false);
  });

  test('never fails on any words and gives a part of the catalog', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (q) => listCards({ q }).length <= cards.length));
  });
});
