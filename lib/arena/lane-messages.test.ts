import { expect, test } from 'vitest';
import { buildLaneMessages } from '#lib/arena/lane-messages.ts';

const past = [
  { prompt: 'one', answers: new Map([['a', 'first']]) },
  { prompt: 'two', answers: new Map([['b', 'second']]) },
];

test('each lane goes on from its own answers', () => {
  expect(buildLaneMessages({ id: 'a', system: 'Be brief.' }, past, 'three')).toEqual([
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'one' },
    { role: 'assistant', content: 'first' },
    { role: 'user', content: 'three' },
  ]);
  expect(buildLaneMessages({ id: 'c', system: null }, past, 'three')).toEqual([
    { role: 'user', content: 'three' },
  ]);
});
