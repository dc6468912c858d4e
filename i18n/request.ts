import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { isLocale, localeCookie, pickLocale } from '#i18n/locales.ts';
import en from '#messages/en.json';
import zhCN from '#messages/zh-CN.json';

const messages = { en, 'zh-CN': zhCN };

export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(localeCookie)?.value;
  const locale = isLocale(chosen) ? chosen : pickLocale((await headers()).get('accept-language'));
  return { locale, messages: messages[locale], now: new Date() };
});
