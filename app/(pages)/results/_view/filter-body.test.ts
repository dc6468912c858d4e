import { expect, test } from 'vitest';
import { fromBody, isSameFilter, toBody } from '#app/(pages)/results/_view/filter-body.ts';
import { noFilter } from '#components/results/result-filter.ts';

test('a filter goes into a saved view and comes back the same', () => {
  const filter = {
    ...noFilter,
    q: '天空',
    outcome: 'tie',
    comment: 'without',
    tag: 'hard',
    from: '2026-03-01',
    to: '2026-03-31',
  } as const;
  const body = toBody(filter);
  expect(body).toMatchObject({ q: '天空', outcome: 'tie', hasComment: false, tag: 'hard' });
  expect(fromBody(body)).toEqual(filter);
  expect(isSameFilter(fromBody(body), filter)).toBe(true);
  expect(isSameFilter({ ...filter, tag: null }, filter)).toBe(false);
  expect(fromBody(toBody(noFilter))).toEqual(noFilter);
});
