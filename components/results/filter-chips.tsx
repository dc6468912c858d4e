'use client';

import X from 'lucide-react/icons/x';
import { useLocale, useTranslations } from 'next-intl';
import { languageName } from '#components/results/language-name.ts';
import type { ResultFilter } from '#components/results/result-filter.ts';
import { useExclusionName } from '#components/results/use-exclusion-name.ts';
import { Button } from '#components/ui/button.tsx';

type Props = { filter: ResultFilter; onChange: (change: Partial<ResultFilter>) => void };

/** The filters that have no field of their own: what a link or a chart has set, to be taken away again. */
export function FilterChips({ filter, onChange }: Props) {
  const t = useTranslations('results.filters');
  const tFlags = useTranslations('judge.flags');
  const locale = useLocale();
  const exclusionName = useExclusionName();
  const excludedText = (excluded: string) =>
    excluded === 'any' || excluded === 'none'
      ? t(`countedAs.${excluded}`)
      : t('excluded', { reason: exclusionName(excluded) });
  const chips = [
    { name: 'card', text: filter.card && t('card', { id: filter.card }) },
    { name: 'language', text: filter.language && languageName(filter.language, locale, t('noLanguage')) },
    { name: 'rater', text: filter.rater && t('rater', { id: filter.rater }) },
    { name: 'tag', text: filter.tag && t('tagged', { tag: filter.tag }) },
    { name: 'excluded', text: filter.excluded && excludedText(filter.excluded) },
    { name: 'flag', text: filter.flag && tFlags(filter.flag) },
  ] as const;
  return chips.map(
    ({ name, text }) =>
      text !== null && (
        <Button key={name} size="sm" onClick={() => onChange({ [name]: null })}>
          <span className="max-w-60 truncate">{text}</span>
          <X aria-hidden />
          <span className="sr-only">{t('remove')}</span>
        </Button>
      ),
  );
}
