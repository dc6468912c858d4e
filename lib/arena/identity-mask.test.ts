import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IdentityMask } from '#lib/arena/identity-mask.ts';
import { identityWords } from '#lib/arena/identity-words.ts';

const wordsOf = (model: string, name = model, cardId: string | null = null) =>
  identityWords({ id: '01a20a61-7a76-7a6c-9f3c-c084cd989c2b', name, model, cardId });
const hide = (words: string[], text: string) => new IdentityMask(words).apply(text);

test.each([
  ['qwen3:8b', 'I am Qwen, made by Alibaba Cloud.', 'I am █████, made by █████.'],
  ['qwen3:8b', '我是通义千问，由阿里云研发。', '我是█████，由█████研发。'],
  ['Qwen/Qwen3-8B-Instruct', 'QWEN3 8b instruct!', '█████!'],
  ['gpt-4.1-mini', 'As GPT-4.1 mini by OpenAI', 'As █████ by █████'],
  ['glm-4.6', 'GLM4.6 and glm', '█████ and █████'],
])('%s: %s', (model, text, masked) => {
  expect(hide(wordsOf(model), text)).toBe(masked);
});

test('a name inside another word is not a name, and plain words are no names', () => {
  expect(hide(wordsOf('phi-4'), 'philosophy of Phi')).toBe('philosophy of █████');
  expect(wordsOf('chat', 'chat')).toEqual([]);
  expect(hide(wordsOf('eliza', 'ELIZA', 'eliza'), 'Eliza, by Joseph Weizenbaum of MIT')).toBe(
    '█████, by █████ of █████',
  );
});

const alphabet = fc.constantFrom(...'abGPT4 -.通义千问阿😀\n'.split(''));
const text = fc.array(alphabet, { maxLength: 60 }).map((signs) => signs.join(''));
const words = fc.array(fc.constantFrom('gpt', 'gpt-4', 'ab', '通义千问', '千问阿', 'b', 'a gpt'), {
  maxLength: 7,
});

test('masking hides every word behind marks of one length, and nothing twice', () => {
  fc.assert(
    fc.property(text, words, (answer, names) => {
      const mask = new IdentityMask(names);
      const masked = mask.apply(answer);
      expect(mask.isIn(masked)).toBe(false);
      expect(mask.apply(masked)).toBe(masked);
      expect(masked.match(/█+/g) ?? []).toEqual((masked.match(/█+/g) ?? []).map(() => '█████'));
      // What is left is what was said, in its order.
      let place = 0;
      for (const part of masked.split('█████')) {
        place = answer.indexOf(part, place);
        expect(place).toBeGreaterThanOrEqual(0);
        place += part.length;
      }
    }),
  );
});

test('however a text is cut, its pieces are masked as the whole is', () => {
  fc.assert(
    fc.property(text, words, fc.array(fc.nat(60)), (answer, names, cuts) => {
      const mask = new IdentityMask(names);
      let length = 0;
      let known = 0;
      let shown = '';
      for (const cut of [...cuts.map((at) => Math.min(at, answer.length)), answer.length]) {
        // What has come by now; its last `reach` units may still become a name.
        length = Math.max(length, cut);
        const settled = length === answer.length ? length : Math.max(0, length - mask.reach);
        if (settled > known) {
          const read = (from: number) => answer.slice(from, length);
          shown += mask.applyWithin(read, known, settled);
          known = settled;
        }
      }
      expect(shown).toBe(mask.apply(answer));
    }),
  );
});
