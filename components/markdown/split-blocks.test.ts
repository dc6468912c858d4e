import fc from 'fast-check';
import { parseMarkdownIntoBlocks } from 'streamdown';
import { describe, expect, it } from 'vitest';
import { findOpenFence } from '#components/markdown/open-fence.ts';
import { blocksOfWhole, createBlockSplitter } from '#components/markdown/split-blocks.ts';

const parts = [
  'a word ',
  '\n',
  '\n\n',
  '# Title\n',
  '- item\n',
  '1. item\n\n   more\n',
  '```js\nlet a = 1;\n',
  '```\n',
  '~~~\n',
  '| a | b |\n| - | - |\n',
  '$$\nx\n',
  '$$',
  '> said\n',
  '<details>\n',
  '</details>\n',
  '[a]: https://example.org\n',
  'see [^1] ',
  '[^1]: a note\n',
  '    code\n',
  '中文。',
];

describe('createBlockSplitter', () => {
  it('loses no letter however the text grows', () => {
    const property = fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 40 }), (words) => {
      const split = createBlockSplitter();
      let text = '';
      for (const word of words) {
        text += word;
        expect(split(text).join('')).toBe(text);
      }
      expect(split('another text').join('')).toBe('another text');
    });
    fc.assert(property);
  });

  it('splits what grows as it splits what is whole', () => {
    const text =
      '# A\n\nSome words.\n\n- one\n- two\n\n```py\nprint(1)\n\n# not a title\n```\n\n| a |\n| - |\n| b |\n\nEnd.\n'.repeat(
        4,
      );
    const split = createBlockSplitter();
    for (let end = 1; end < text.length; end += 7) split(text.slice(0, end));
    expect(split(text)).toEqual(parseMarkdownIntoBlocks(text));
  });

  it('ends with the blocks of the whole, however the text grew', () => {
    const property = fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 40 }), (words) => {
      const split = createBlockSplitter();
      let text = '';
      for (const word of words) {
        text += word;
        split(text);
      }
      expect(blocksOfWhole(text, split)).toEqual(blocksOfWhole(text));
    });
    fc.assert(property);
  });

  it('keeps a text with notes in parts while it grows, and whole at its end', () => {
    const text = 'One.[^1]\n\nTwo.\n\nThree.\n\n[^1]: A note.\n';
    expect(createBlockSplitter()(text).length).toBeGreaterThan(3);
    expect(blocksOfWhole(text)).toEqual([text]);
    expect(blocksOfWhole('```\n[a]: b\n```\n\nOne.\n').length).toBeGreaterThan(1);
  });
});

describe('findOpenFence', () => {
  it.each([
    ['```js\nlet a', { language: 'js', code: 'let a' }],
    ['```js\nlet a\n``', { language: 'js', code: 'let a' }],
    ['````md\n```\n', { language: 'md', code: '```' }],
    ['~~~\na\n```\n', { language: '', code: 'a\n```' }],
    ['```js\nlet a\n```', null],
    ['```js\n```\n', null],
    ['```js', null],
    ['a ```b', null],
    ['``` a`b\n', null],
  ])('%j', (block, fence) => {
    expect(findOpenFence(block)).toEqual(fence);
  });
});
