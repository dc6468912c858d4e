import { expect, test } from 'vitest';
import { datasetFeatures } from '#lib/preferences/export/dataset-features.ts';
import { exportFormatNames } from '#lib/preferences/export/format-names.ts';

const messages = [
  { name: 'role', dtype: 'string' },
  { name: 'content', dtype: 'string' },
];

test('columns are told as datasets writes them', () => {
  expect(datasetFeatures('trl-preference')).toEqual([
    { name: 'prompt', list: messages },
    { name: 'chosen', list: messages },
    { name: 'rejected', list: messages },
    { name: 'margin', dtype: 'int64' },
  ]);
  expect(datasetFeatures('llama-factory')[2]).toEqual({
    name: 'chosen',
    struct: [
      { name: 'from', dtype: 'string' },
      { name: 'value', dtype: 'string' },
    ],
  });
  const csv = new Map(datasetFeatures('csv').map((feature) => [feature.name, feature]));
  expect(csv.get('note')).toEqual({ name: 'note', dtype: 'string' });
  expect(csv.get('cost_estimated')).toEqual({ name: 'cost_estimated', dtype: 'bool' });
});

test('what can be empty has its type all the same, and what has no fixed fields is JSON', () => {
  const baijia = new Map(datasetFeatures('baijia').map((feature) => [feature.name, feature]));
  expect(baijia.get('comment')).toEqual({ name: 'comment', dtype: 'string' });
  expect(baijia.get('createdAt')).toEqual({ name: 'createdAt', dtype: 'string' });
  expect(baijia.get('ranking')).toEqual({ name: 'ranking', list: { list: 'string' } });
  expect(baijia.get('ratings')).toEqual({ name: 'ratings', dtype: 'json' });
});

test.each(exportFormatNames)('%s names every column once', (format) => {
  const names = datasetFeatures(format).map(({ name }) => name);
  expect(names.length).toBeGreaterThan(0);
  expect(new Set(names).size).toBe(names.length);
});
