import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import alice from '#lib/demo/shannon/alice.json' with { type: 'json' };
import { boundary, NGramModel } from '#lib/demo/shannon/n-gram-model.ts';
import { createRandom } from '#lib/demo/shannon/random.ts';
import { shannon } from '#lib/demo/shannon/shannon.ts';
import tang from '#lib/demo/shannon/tang.json' with { type: 'json' };

function write(prompt: string, { temperature = 1, seed = 0 } = {}): string {
  const messages = [{ role: 'user', content: prompt }];
  return [...shannon.reply({ messages, temperature, seed })].join('');
}

describe('NGramModel', () => {
  const model = new NGramModel([
    ['the', 'cat', 'sat'],
    ['the', 'cat', 'ran'],
    ['the', 'cat', 'sat'],
    ['a', 'dog', 'sat'],
  ]);

  test('temperature 0 takes the most frequent continuation', () => {
    expect(model.next(['the', 'cat'], 0, () => 0.99)).toBe('sat');
    expect(model.next([boundary, boundary], 0, () => 0.99)).toBe('the');
  });

  test('an unknown pair backs off to the last word, an unknown word to all', () => {
    expect(model.next(['zebra', 'dog'], 0, () => 0)).toBe('sat');
    expect(['the', 'a', 'cat', 'dog', 'sat', 'ran', boundary]).toContain(
      model.next(['x', 'y'], 1, () => 0.5),
    );
  });

  test('draws in proportion to the counts, sharper when colder', () => {
    const share = (temperature: number) => {
      const random = createRandom('a fixed seed');
      const draws = Array.from({ length: 3000 }, () => model.next(['the', 'cat'], temperature, random));
      return draws.filter((word) => word === 'sat').length / draws.length;
    };
    expect(share(1)).toBeCloseTo(2 / 3, 1);
    expect(share(0.25)).toBeCloseTo(16 / 17, 1);
  });
});

describe('Shannon', () => {
  test('is trained on enough text of an author long dead', () => {
    expect(alice.passages.join(' ').length).toBeGreaterThan(100_000);
    expect(tang.passages.join('').length).toBeGreaterThan(20_000);
  });

  test('the same prompt and seed write the same, another seed or prompt writes something else', () => {
    expect(write('Once upon a time')).toBe(write('Once upon a time'));
    expect(write('Once upon a time', { seed: 1 })).not.toBe(write('Once upon a time'));
    expect(write('The Queen')).not.toBe(write('The King'));
  });

  test('goes on from the last words of the prompt', () => {
    expect(write('said the Mock', { temperature: 0 })).toMatch(/^Turtle/);
  });

  test('uses only words of its text, Chinese characters for Chinese', () => {
    const known = new Set(
      alice.passages
        .join(' ')
        .toLowerCase()
        .match(/[a-z]+/g),
    );
    for (const word of write('Tell me a story')
      .toLowerCase()
      .match(/[a-z]+/g) ?? [])
      expect(known).toContain(word);
    expect(write('写一首诗')).toMatch(/^[\p{Script=Han}，。？！；：、\n]+$/u);
  });

  test('always writes something and always ends', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (prompt, temperature) => {
          const text = write(prompt, { temperature });
          expect(text.trim()).not.toBe('');
          expect(text.length).toBeLessThan(5000);
        },
      ),
    );
  });
});
