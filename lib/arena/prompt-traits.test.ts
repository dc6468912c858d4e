import { expect, test } from 'vitest';
import { detectLanguage, promptTraits } from '#lib/arena/prompt-traits.ts';

test.each([
  ['Why is the sky blue?', 'en'],
  ['Explain gravity to a child', 'en'],
  ['你好', 'zh'],
  ['臺灣的首都在哪裡', 'zh'],
  ['请帮我写 a Python function', 'zh'],
  ['こんにちは、元気ですか', 'ja'],
  ['日本の首都はどこですか', 'ja'],
  ['안녕하세요', 'ko'],
  ['Warum ist der Himmel blau?', 'de'],
  ['¿Por qué el cielo es azul?', 'es'],
  ['2 + 2 = ?', 'und'],
  ['Hi', 'und'],
])('%s is %s', (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});

test.each([
  ['Write a Python function that reverses a list', ['code']],
  ['```\nx\n```', ['code']],
  ['这段代码为什么报错？', ['code', 'chinese']],
  ['What is 12*7?', ['maths']],
  ['证明根号二是无理数', ['maths', 'chinese']],
  ['Who wrote Faust?', []],
  ['word '.repeat(100), []],
  ['words '.repeat(100), ['long']],
])('%s: %j', (prompt, categories) => {
  expect(promptTraits(prompt, 0).categories).toEqual(categories);
});

test('a later prompt is multi-turn; case and spacing do not make another prompt', () => {
  expect(promptTraits('And then?', 1).categories).toEqual(['multi-turn']);
  const hash = (prompt: string) => promptTraits(prompt, 0).promptHash;
  expect(hash(' Who  wrote\nFaust? ')).toBe(hash('who wrote Faust？'));
  expect(hash('who wrote Faust')).not.toBe(hash('who wrote Faust?'));
});
