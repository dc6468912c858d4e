import { expect, test } from 'vitest';
import { isIndexingDue } from '#db/queries/search-index.ts';

test('the index waits until a rush of ballots is over, but not for ever', () => {
  expect(isIndexingDue(600, 100)).toBe(false);
  expect(isIndexingDue(600, 600)).toBe(true);
  expect(isIndexingDue(100, 100)).toBe(false);
  expect(isIndexingDue(8_192, 8_000)).toBe(true);
});
