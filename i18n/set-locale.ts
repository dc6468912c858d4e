'use server';

import { cookies } from 'next/headers';
import { isLocale, type Locale, localeCookie } from '#i18n/locales.ts';

/** Remembers the language for a year; the page is rendered again in it. */
export async function setLocale(locale: Locale): Promise<void> {
  if (!isLocale(locale)) return;
  (await cookies()).set(localeCookie, locale, {
    maxAge: 365 * 24 * 60 * 60,
    path: '/',
    sameSite: 'lax',
    httpOnly: true,
  });
}
