import { parseMarkdownIntoBlocks } from 'streamdown';
import { withoutCode } from '#components/markdown/math-signs.ts';

/** A letter of no alphabet, as wide as what it stands for, so that lengths still fit the text it was put into. */
const hidden = '\uE000';
const definition = /^ {0,3}\[[^\]\n]+\]:/m;

/**
 * The blocks of a Markdown text; together they are the text. Streamdown makes a single block of any text with
 * definitions; hiding their signs from it keeps such a text in parts for as long as it grows.
 */
function splitBlocks(text: string): string[] {
  const masked = text.replaceAll('[^', `[${hidden}`).replaceAll(']:', `]${hidden}`);
  let from = 0;
  return parseMarkdownIntoBlocks(masked).map((block) => {
    const start = from;
    from += block.length;
    return text.slice(start, from);
  });
}

/** How many of the first blocks no further text can change: all before the last blank line but one block more. */
function countSettled(blocks: readonly string[]): number {
  for (let index = blocks.length - 3; index >= 0; index -= 1) {
    if (blocks[index]?.endsWith('\n\n')) return index + 1;
  }
  return 0;
}

/**
 * Splits a text that grows, reading only its unsettled end each time. Blocks that are settled stay the very same
 * strings. A text that is not the former one with something added is read from its beginning.
 */
export function createBlockSplitter(): (text: string) => readonly string[] {
  let settled: readonly string[] = [];
  let settledText = '';
  return (given) => {
    const text = given.includes('\r') ? given.replace(/\r\n?/g, '\n') : given;
    if (!text.startsWith(settledText)) {
      settled = [];
      settledText = '';
    }
    const blocks = splitBlocks(text.slice(settledText.length));
    const all = [...settled, ...blocks];
    const count = countSettled(blocks);
    if (count > 0) {
      settled = all.slice(0, settled.length + count);
      settledText = settled.join('');
    }
    return all;
  };
}

/**
 * The blocks of a text that has ended: one alone when parts of it are defined elsewhere in it, as footnotes are. What
 * `split` has read while the text grew is not read again.
 */
export function blocksOfWhole(text: string, split = createBlockSplitter()): readonly string[] {
  if (definition.test(text) && definition.test(withoutCode(text))) return [text];
  return split(text);
}
