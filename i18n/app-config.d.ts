import type { Locale } from '#i18n/locales.ts';
import type messages from '#messages/en.json';

// A key that en.json does not have is a type error.
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof messages;
  }
}
