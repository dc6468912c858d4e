'use client';

import { useLocale, useTranslations } from 'next-intl';
import { languageName } from '#components/results/language-name.ts';
import type { ResultFilter } from '#components/results/result-filter.ts';
import { NativeSelect } from '#components/ui/native-select.tsx';
import { flags } from '#lib/preferences/flags.ts';

type Props = {
  filter: ResultFilter;
  onChange: (change: Partial<ResultFilter>) => void;
  /** Those that the log has, the most frequent first. */
  languages: readonly string[];
  raters: readonly string[];
};

const all = '';

/** Fields for what is filtered by less often. */
export function FurtherFilters({ filter, onChange, languages, raters }: Props) {
  const t = useTranslations('results.filters');
  const tFlags = useTranslations('judge.flags');
  const locale = useLocale();
  const named = (values: readonly string[], own: string | null, labelOf: (value: string) => string) =>
    withOwn(values, own).map((value) => ({ value, label: labelOf(value) }));
  const select = <Value extends string>(
    value: Value | null,
    set: (value: Value | null) => void,
    words: { label: string; any: string },
    options: readonly { value: Value; label: string }[],
  ) => (
    <NativeSelect<Value | typeof all>
      label={words.label}
      value={value ?? all}
      onChange={(chosen) => set(chosen === all ? null : chosen)}
      options={[{ value: all, label: words.any }, ...options]}
    />
  );
  return (
    <>
      {select(
        filter.language,
        (language) => onChange({ language }),
        { label: t('language'), any: t('anyLanguage') },
        named(languages, filter.language, (code) => languageName(code, locale, t('noLanguage'))),
      )}
      {select(
        filter.flag,
        (flag) => onChange({ flag }),
        { label: t('flag'), any: t('anyFlag') },
        flags.map((value) => ({ value, label: tFlags(value) })),
      )}
      {select(
        filter.rater,
        (rater) => onChange({ rater }),
        { label: t('raterField'), any: t('anyRater') },
        named(raters, filter.rater, (id) => id),
      )}
    </>
  );
}

/** An address can name one that the list does not hold. */
function withOwn(values: readonly string[], own: string | null): string[] {
  return own === null || values.includes(own) ? [...values] : [own, ...values];
}
