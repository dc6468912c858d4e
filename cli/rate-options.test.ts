import { expect, test } from 'vitest';
import { parseRateOptions } from '#cli/rate-options.ts';

test('defaults', () => {
  expect(parseRateOptions(['votes.csv'])).toEqual({
    file: 'votes.csv',
    settings: { ties: 'half', interval: 'sandwich', confidence: 0.95 },
    isJson: false,
    skipsBad: false,
  });
});

test('a model name may contain "="', () => {
  expect(parseRateOptions(['-', '--anchor', 'a=b=1000.5']).settings.anchor).toEqual({
    model: 'a=b',
    rating: 1000.5,
  });
});

test.each([
  [[], 'which FILE'],
  [['a', 'b'], 'one FILE'],
  [['-', '--ties', 'maybe'], 'maybe'],
  [['-', '--interval', 'wald'], 'wald'],
  [['-', '--confidence', '95'], 'between 0 and 1'],
  [['-', '--confidence', '0'], 'between 0 and 1'],
  [['-', '--anchor', 'x'], 'NAME=RATING'],
  [['-', '--anchor', '=3'], 'NAME=RATING'],
  [['-', '--anchor', 'x='], 'NAME=RATING'],
  [['-', '--unknown'], '--unknown'],
])('%j makes no sense', (args, message) => {
  expect(() => parseRateOptions(args)).toThrow(expect.objectContaining({ exitCode: 2 }));
  expect(() => parseRateOptions(args)).toThrow(message);
});
