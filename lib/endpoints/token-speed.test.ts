import { expect, test } from 'vitest';
import { tokenSpeed } from '#lib/endpoints/token-speed.ts';

test('a speed is told of answers that took time to write, not of those that came whole', () => {
  expect(tokenSpeed(300, 2000)).toBe(150);
  expect(tokenSpeed(2, 50)).toBe(40);
  expect(tokenSpeed(14, 0.3)).toBeNull();
  expect(tokenSpeed(1, 2000)).toBeNull();
  expect(tokenSpeed(0, 2000)).toBeNull();
});
