import { expect, test } from 'vitest';
import { findExcerpt } from '#components/results/find-excerpt.ts';
import type { Preference } from '#lib/preferences/log-schema.ts';
import { parseSearch } from '#lib/preferences/search/search-terms.ts';

const record = {
  turn: { prompt: 'Why is the sky blue?' },
  ballot: { comment: null, ratings: { b: { comment: '很有耐心' } } },
  lanes: [
    { laneId: 'a', label: 'A', response: { text: `${'long '.repeat(50)}Rayleigh\nscattering` } },
    { laneId: 'b', label: 'B', response: { text: 'Because.' } },
  ],
} as unknown as Preference;

test.each([
  ['sky', null],
  ['', null],
  ['rayleigh', { label: 'A', text: expect.stringMatching(/^….{24}Rayleigh scattering$/) }],
  ['耐心', { label: 'B', text: '很有耐心' }],
  ['sky because', { label: 'B', text: 'Because.' }],
  ['nowhere', null],
])('shows where %j was found', (search, excerpt) => {
  expect(findExcerpt(record, parseSearch(search))).toEqual(excerpt);
});
