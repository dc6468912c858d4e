import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chinese } from '#lib/demo/eliza/chinese.ts';
import { eliza } from '#lib/demo/eliza/eliza.ts';
import { english } from '#lib/demo/eliza/english.ts';

/** The answer to the last remark of a conversation. */
function talk(...remarks: string[]): string {
  const messages = remarks.map((content) => ({ role: 'user', content }));
  return [...eliza.reply({ messages, temperature: 1, seed: 0 })].join('');
}

describe('ELIZA', () => {
  test('turns a sentence around', () => {
    expect(talk('My boss made me cancel my holiday')).toBe('Your boss made you cancel your holiday?');
    expect(talk('I think you are kind')).not.toContain('you are kind');
  });

  test('answers the keyword of the highest rank, and the first clause that has one', () => {
    expect(talk('I remember my computer')).toContain('achine');
    expect(talk('Well, I need some help, that much seems certain.')).toContain('some help');
  });

  test('rotates through its replies', () => {
    const first = talk('hello');
    const second = talk('hello', 'hello');
    expect(second).not.toBe(first);
    expect(talk('hello', 'hello', 'hello')).toBe(first);
  });

  test('remembers what was said when it finds no keyword', () => {
    expect(talk('My sister lives far away', 'xyzzy')).toContain('your sister lives far away');
    expect(talk('xyzzy')).not.toContain('sister');
  });

  test('says the same to the same conversation', () => {
    const conversation = ['I am sad', 'My job is dull', 'qwerty'];
    expect(talk(...conversation)).toBe(talk(...conversation));
  });

  test('answers Chinese in Chinese, and reads 我 as 你', () => {
    expect(talk('我想换一份工作')).toBe('为什么想换一份工作？');
    expect(talk('我觉得你不喜欢我')).toContain('我不喜欢你');
    expect(talk('嗯')).toMatch(/\p{Script=Han}/u);
  });

  test('has an answer to anything, in bounded time', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }), (remarks) => {
        expect(talk(...remarks)).not.toBe('');
      }),
    );
    expect(talk('i '.repeat(100_000))).not.toBe('');
    expect(talk('我'.repeat(100_000))).not.toBe('');
  });

  test.each([
    ['english', english],
    ['chinese', chinese],
  ])('the %s script only names keywords, classes and parts that exist', (_, script) => {
    for (const { key, rules, memory } of script.keywords) {
      for (const { pattern, replies } of memory ? [...rules, memory] : rules) {
        const elements = pattern.split(' ');
        const parts = elements.filter((element) => /^[*@]|\//.test(element)).length;
        for (const element of elements.filter((word) => word.startsWith('@'))) {
          expect(script.classes[element.slice(1)], `${key}: ${element}`).toBeDefined();
        }
        for (const reply of replies) {
          if (reply.startsWith('='))
            expect(script.keywords.map((word) => word.key)).toContain(reply.slice(1));
          for (const [, index] of reply.matchAll(/\$(\d)/g))
            expect(Number(index), reply).toBeLessThanOrEqual(parts);
        }
      }
    }
  });
});
