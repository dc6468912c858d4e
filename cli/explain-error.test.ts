import { expect, test } from 'vitest';
import { explainError, StartError } from '#cli/explain-error.ts';

const withCode = (code: string) => Object.assign(new Error(`${code}: failed`), { code });

test.each([
  [withCode('ENOSPC'), 'disk of the data folder /data is full'],
  [new Error('FATAL: could not write: No space left on device'), 'disk of the data folder /data is full'],
  [
    Object.assign(new Error('database or disk is full'), { errcode: 13 }),
    'disk of the data folder /data is full',
  ],
  [withCode('EACCES'), 'data folder /data cannot be written'],
  [withCode('EROFS'), 'data folder /data cannot be written'],
  [withCode('ENOTDIR'), 'data folder /data cannot be written'],
  [Object.assign(new Error('unable to open'), { errcode: 14 }), 'data folder /data cannot be written'],
  [new StartError('Port 3000 is taken.'), 'Port 3000 is taken.'],
  [new Error('something else'), 'something else'],
  ['thrown text', 'thrown text'],
])('says what to do about %s', (error, words) => {
  expect(explainError(error, '/data')).toContain(words);
});
