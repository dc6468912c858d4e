import { expect, test } from 'vitest';
import { type RepeatedVote, swapConsistency } from '#lib/rating/swap-consistency.ts';

const vote = (item: string, isFirstShownFirst: boolean, choice: RepeatedVote['choice']): RepeatedVote => ({
  ...{ item, isFirstShownFirst, choice },
});

test('holds each vote in one order against each in the other, item by item', () => {
  const votes = [
    vote('x', true, 'first'),
    vote('x', false, 'first'),
    vote('x', false, 'second'),
    vote('y', true, 'neither'),
    vote('y', false, 'neither'),
    // Never asked with the sides swapped.
    vote('z', true, 'first'),
    vote('z', true, 'second'),
  ];
  expect(swapConsistency(votes)).toMatchObject({ agreeing: 2, pairs: 3, share: 2 / 3 });
});

test('whoever always takes the left side is never consistent; without repeats nothing is said', () => {
  const left = [vote('x', true, 'first'), vote('x', false, 'second')];
  expect(swapConsistency(left)).toMatchObject({ agreeing: 0, pairs: 1, share: 0 });
  expect(swapConsistency([])).toMatchObject({ pairs: 0, share: null, interval: [0, 1] });
});
