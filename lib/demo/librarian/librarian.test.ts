import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cards } from '#lib/catalog/cards.ts';
import { answerQuestions } from '#lib/demo/librarian/answer.ts';
import { Bm25Index, searchTerms } from '#lib/demo/librarian/bm25.ts';
import { findNamedCards } from '#lib/demo/librarian/named-cards.ts';

describe('Bm25Index', () => {
  const index = new Bm25Index([
    { item: 'one', text: 'the cat sat on the mat' },
    { item: 'two', text: 'the dog sat' },
    { item: 'three', text: '清华大学的双语模型' },
    { item: 'four', text: 'about gpt-4' },
  ]);

  test('gives the value of the formula', () => {
    const idf = Math.log(1 + (4 - 1 + 0.5) / (1 + 0.5));
    const average = (6 + 3 + 8 + 4) / 4;
    const expected = (idf * 1 * 2.2) / (1 + 1.2 * (0.25 + (0.75 * 6) / average));
    const [best] = index.search('cat');
    expect(best?.item).toBe('one');
    expect(best?.score).toBeCloseTo(expected, 12);
  });

  test('finds Chinese by pairs, joined words by their parts, but no part of a joined word asked for', () => {
    expect(searchTerms('清华大学 GPT-4')).toEqual(['清华', '华大', '大学', 'gpt-4']);
    expect(index.search('清华').map(({ item }) => item)).toEqual(['three']);
    expect(index.search('gpt').map(({ item }) => item)).toEqual(['four']);
    expect(index.search('gpt-5')).toEqual([]);
  });

  test('a rare word weighs more than a common one, and short texts more than long', () => {
    expect(index.search('sat').map(({ item }) => item)).toEqual(['two', 'one']);
    expect(index.search('the mat')[0]?.item).toBe('one');
  });
});

describe('findNamedCards', () => {
  const ids = (text: string) => findNamedCards(text).map(({ id }) => id);

  test.each([
    ['Compare T5 and mT5', ['t5', 'mt5']],
    ['code-davinci-002 or davinci?', ['code-davinci-002', 'davinci']],
    ['GPT 4 与 chatglm', ['gpt-4', 'chatglm']],
    ['文心一言怎么样', ['ernie-bot']],
    ['gpt-3.5', ['gpt-3-5']],
    ['gpt-5, llama 2, flat5', []],
  ])('%s', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  test('every card is found by its own name', () => {
    for (const card of cards) expect(ids(`What is ${card.name}?`), card.name).toContain(card.id);
  });
});

describe('the librarian', () => {
  test.each([
    ['Who made BLOOM?', /\*\*Made by\*\*: BigScience/],
    ['How many tokens was Chinchilla trained on?', /1400B/],
    ['What is Alpaca based on?', /\*\*Based on\*\*: LLaMA/],
    ['How big is PaLM?', /540B/],
    ['Which models are based on LLaMA?', /5 matching cards[\s\S]*KoAlpaca/],
    ['Which models did OpenAI make in 2020?', /5 matching cards[\s\S]*GPT-3/],
    ['What does the document get wrong about T5?', /13B[\s\S]*11B/],
    ['ChatGLM是谁做的？', /\*\*机构\*\*：Tsinghua/],
    ['百度有哪些模型？', /2 张相关卡片/],
    ['GPT-4 的参数量是多少', /未公布/],
  ])('%s', (question, expected) => {
    expect(answerQuestions([question])).toMatch(expected);
  });

  test('cites the card and a source', () => {
    const answer = answerQuestions(['Who made BLOOM?']);
    expect(answer).toContain('Card `bloom`');
    expect(answer).toMatch(/\[.+\]\(https:\/\/arxiv\.org\/abs\/2211\.05100\)/);
  });

  test('"it" is the model named before', () => {
    expect(answerQuestions(['Tell me about Chinchilla', 'Who made it?'])).toContain('DeepMind');
  });

  test.each(['Explain why the sky is blue to a child.', '写一首关于秋天的诗', 'hello', 'gpt-5 license?', ''])(
    'says that it does not know: %s',
    (question) => {
      expect(answerQuestions([question])).toMatch(/I found no card|没有找到相关的卡片/);
    },
  );

  test('answers anything', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (question) => answerQuestions([question]) !== ''));
  });
});
