import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { BothLanguages, Card } from '#lib/catalog/schema.ts';

type ReleaseDate = Card['verified']['releaseDate'];

const dateParts = {
  day: { year: 'numeric', month: 'long', day: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  year: { year: 'numeric' },
  unknown: {},
} as const;

const languageNames = new Map<string, Intl.DisplayNames>();

/** Kept: making them takes longer than a row of the table. */
function languageNamesOf(locale: string): Intl.DisplayNames {
  const known = languageNames.get(locale) ?? new Intl.DisplayNames([locale], { type: 'language' });
  languageNames.set(locale, known);
  return known;
}

/** Values of a card in the language of the page. Stays the same while that does. */
export function useCardWords() {
  const t = useTranslations('catalog');
  const format = useFormatter();
  const locale = useLocale();
  return useMemo(() => cardWords(t, format, locale), [t, format, locale]);
}

function cardWords(
  t: ReturnType<typeof useTranslations<'catalog'>>,
  format: ReturnType<typeof useFormatter>,
  locale: ReturnType<typeof useLocale>,
) {
  const languageNames = languageNamesOf(locale);
  const compact = (value: number) =>
    format.number(value, { notation: 'compact', maximumSignificantDigits: 4 });
  return {
    date: ({ value, precision }: Pick<ReleaseDate, 'value' | 'precision'>) =>
      value === null
        ? t('notRecorded')
        : format.dateTime(new Date(value), { ...dateParts[precision], timeZone: 'UTC' }),
    /** `billions` of parameters or tokens. */
    billions: (billions: number) => compact(billions * 1e9),
    count: (value: number) => format.number(value),
    language: (language: string) => {
      if (language === 'multilingual' || language === 'code') return t(language);
      return /^[a-z]{2}$/.test(language) ? (languageNames.of(language) ?? language) : language;
    },
    modality: (name: string) => (name === 'text' || name === 'image' ? t(`modality.${name}`) : name),
    weights: (open: boolean | BothLanguages) => {
      if (typeof open === 'object') return open[locale];
      return open ? t('weightsOpen') : t('weightsClosed');
    },
    say: (text: BothLanguages) => text[locale],
    sentences: (texts: readonly BothLanguages[]) =>
      texts.map((text) => text[locale]).join(locale === 'zh-CN' ? '；' : '; '),
    list: (items: readonly string[]) => items.join(locale === 'zh-CN' ? '、' : ', '),
  };
}
