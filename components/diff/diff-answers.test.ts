import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerDiff, diffAnswers } from '#components/diff/diff-answers.ts';

const word = fc.oneof(
  fc.constantFrom(
    'sky',
    'blue',
    'the',
    '天空',
    '蓝色的',
    '为什么',
    '光',
    ' ',
    '  ',
    '\n',
    '，',
    '.',
    '👩‍👩‍👧',
    'é',
  ),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);
const answer = fc.array(word, { maxLength: 60 }).map((words) => words.join(''));

function side(diff: AnswerDiff, other: 'removed' | 'added') {
  return diff.parts
    .filter((part) => part.kind !== other)
    .map((part) => part.text)
    .join('');
}

describe('diffAnswers', () => {
  it('holds both answers whole, whatever the unit', () => {
    fc.assert(
      fc.property(answer, answer, fc.constantFrom(0, 1000), (before, after, budgetMs) => {
        const diff = diffAnswers(before, after, budgetMs);
        expect(side(diff, 'added')).toBe(before);
        expect(side(diff, 'removed')).toBe(after);
      }),
    );
  });

  it('finds nothing between an answer and itself', () => {
    fc.assert(
      fc.property(answer, (text) => {
        const diff = diffAnswers(text, text);
        expect(diff).toMatchObject({ removed: 0, added: 0 });
        expect(diff.parts.every((part) => part.kind === 'same')).toBe(true);
      }),
    );
  });

  it('compares by words', () => {
    expect(diffAnswers('The sky is blue.', 'The sky looks blue.')).toEqual({
      unit: 'words',
      parts: [
        { kind: 'same', text: 'The sky ' },
        { kind: 'removed', text: 'is' },
        { kind: 'added', text: 'looks' },
        { kind: 'same', text: ' blue.' },
      ],
      removed: 1,
      added: 1,
    });
  });

  it('cuts Chinese into words', () => {
    const diff = diffAnswers('天空为什么是蓝色的？', '海洋为什么是蓝色的？');
    expect(diff.parts).toEqual([
      { kind: 'removed', text: '天空' },
      { kind: 'added', text: '海洋' },
      { kind: 'same', text: '为什么是蓝色的？' },
    ]);
  });

  it('reads a replaced phrase as one change', () => {
    const diff = diffAnswers('It is because of light.', 'It comes from the light.');
    expect(diff.parts.filter((part) => part.kind === 'removed')).toEqual([
      { kind: 'removed', text: 'is because of' },
    ]);
  });

  it('falls back to lines, and then to no comparison, when the time is up', () => {
    const long = (seed: number) =>
      Array.from({ length: 25_000 }, (_, index) => (index * seed) % 9973).join(' ');
    const diff = diffAnswers(long(7), long(11), 50);
    expect(diff.unit).toBe('lines');
    expect(diff.parts.map((part) => part.kind)).toEqual(['removed', 'added']);
    const lined = (seed: number) => long(seed).replaceAll(' ', '\n');
    expect(diffAnswers(lined(7), lined(11), 20).unit).toBe('whole');
  });
});
