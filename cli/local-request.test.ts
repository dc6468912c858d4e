import { expect, test } from 'vitest';
import { isLocalRequest } from '#cli/local-request.ts';

const asking = (host: string | undefined, url = '/') =>
  isLocalRequest({ url, headers: host === undefined ? {} : { host } });

test.each([
  'localhost',
  'localhost:3000',
  'LOCALHOST:3000',
  '127.0.0.1:3000',
  '127.0.0.2',
  '[::1]:3000',
  '[::1]',
])('answers a request to %s', (host) => expect(asking(host)).toBe(true));

test.each([
  undefined,
  '',
  'evil.example',
  'evil.example:3000',
  'localhost.evil.example',
  'localhost:3000.evil.example',
  '127.0.0.1.evil.example',
  '192.168.1.4:3000',
  '0.0.0.0:3000',
  '::1',
  'localhost@evil.example',
])('refuses a request to %s', (host) => expect(asking(host)).toBe(false));

test('refuses a target that names another host', () => {
  expect(asking('localhost', 'http://evil.example/')).toBe(false);
});
