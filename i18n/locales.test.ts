import { expect, test } from 'vitest';
import { pickLocale } from '#i18n/locales.ts';

test.each([
  [null, 'en'],
  ['', 'en'],
  ['zh', 'zh-CN'],
  ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-CN'],
  ['en-GB,en;q=0.9,zh;q=0.5', 'en'],
  ['de-DE,de;q=0.9,zh;q=0.6,en;q=0.5', 'zh-CN'],
  ['zh;q=0,en;q=0.1', 'en'],
  ['fr, *;q=0.1', 'en'],
])('%s asks for %s', (header, locale) => {
  expect(pickLocale(header)).toBe(locale);
});
