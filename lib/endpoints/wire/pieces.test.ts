import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '#lib/clean-text.ts';
import { StopCutter } from '#lib/endpoints/wire/stop-cutter.ts';
import { TextJoiner } from '#lib/endpoints/wire/text-joiner.ts';
import { ThinkSplitter } from '#lib/endpoints/wire/think-splitter.ts';

/** A text cut into deltas at any UTF-16 unit. */
function cutAt(text: string, cuts: readonly number[]): string[] {
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  return [0, ...places].map((from, index) => text.slice(from, places[index] ?? text.length));
}

const cuts = fc.array(fc.nat(200), { maxLength: 20 });

describe('TextJoiner', () => {
  it('gives the cleaned whole, and never half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), cuts, (text, places) => {
        const joiner = new TextJoiner();
        const deltas = [...cutAt(text, places).map((delta) => joiner.push(delta)), joiner.end()];
        expect(deltas.join('')).toBe(cleanText(text));
        expect(deltas.every((delta) => delta.isWellFormed())).toBe(true);
      }),
    );
  });
});

describe('StopCutter', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 30 });
  const stops = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '\n'), minLength: 1, maxLength: 4 }), {
    maxLength: 3,
  });

  it('cuts before the first stop string, however the text is split', () => {
    fc.assert(
      fc.property(letters, stops, cuts, (text, marks, places) => {
        const cutter = new StopCutter(marks);
        const shown =
          cutAt(text, places)
            .map((delta) => cutter.push(delta))
            .join('') + cutter.end();
        // A stop string counts when it is complete: the one that ends first wins, the longest of those.
        let expected = text;
        for (let end = 1; end <= text.length && expected === text; end += 1) {
          const found = marks.filter((mark) => text.slice(0, end).endsWith(mark));
          if (found.length > 0) expected = text.slice(0, end - Math.max(...found.map((mark) => mark.length)));
        }
        const isWhole = marks.every((mark) => !text.includes(mark));
        expect(cutter.isCut).toBe(!isWhole);
        expect(text.startsWith(shown)).toBe(true);
        expect(marks.every((mark) => !shown.includes(mark))).toBe(true);
        if (isWhole) expect(shown).toBe(text);
        else expect(shown.length).toBeLessThanOrEqual(expected.length);
      }),
    );
  });
});

describe('ThinkSplitter', () => {
  function split(deltas: readonly string[]) {
    let text = '';
    let reasoning = '';
    const splitter = new ThinkSplitter({
      text: (delta) => {
        text += delta;
      },
      reasoning: (delta) => {
        reasoning += delta;
      },
    });
    for (const delta of deltas) splitter.push(delta);
    splitter.end();
    return { text, reasoning };
  }

  it.each([
    ['<think>a</think>b', 'b', 'a'],
    ['  \n<think>\na\n</think>\n\nb', 'b', '\na\n'],
    ['<thinking>a</thinking><think>b</think>c', 'c', 'ab'],
    ['Say <think>a</think>', 'Say <think>a</think>', ''],
    ['<thin', '<thin', ''],
    ['<thick>a', '<thick>a', ''],
    ['<think>never closed', '', 'never closed'],
    ['  plain', '  plain', ''],
    ['<think></think>  ', '', ''],
    ['', '', ''],
  ])('%j', (whole, text, reasoning) => {
    fc.assert(
      fc.property(cuts, (places) => {
        expect(split(cutAt(whole, places))).toEqual({ text, reasoning });
      }),
    );
  });

  it('leaves every text without a tag as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', 't', 'h', '>', ' ', '/') }),
        cuts,
        (text, places) => {
          fc.pre(!/^\s*<(think|thinking|thought)>/.test(text));
          expect(split(cutAt(text, places))).toEqual({ text, reasoning: '' });
        },
      ),
    );
  });
});
