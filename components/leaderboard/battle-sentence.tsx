'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { SettingsProps } from '#components/leaderboard/settings-props.ts';
import { TimeWord } from '#components/leaderboard/time-word.tsx';
import { WordSelect } from '#components/leaderboard/word-select.tsx';
import { modes } from '#lib/arena/modes.ts';
import { tagCategory } from '#lib/preferences/tag-category.ts';
import type { BoardOption } from '#lib/rating/board-answer.ts';

const any = '';

/** Which ballots the board is made of. */
export function BattleSentence({ choices, onChange, options }: SettingsProps) {
  const t = useTranslations('leaderboard');
  const languageName = useLanguageName();
  const categoryName = useCategoryName();
  const counted = useCounted();
  return (
    <span>
      {t.rich('settings.battles', {
        mode: () => (
          <WordSelect
            label={t('labels.mode')}
            value={choices.mode ?? any}
            onChange={(value) => onChange({ mode: value === any ? null : value })}
            options={[
              { value: any, label: t('modes.any') },
              ...modes.map((value) => ({ value, label: t(`modes.${value}`) })),
            ]}
          />
        ),
        language: () => (
          <WordSelect
            label={t('labels.language')}
            value={choices.language ?? any}
            onChange={(value) => onChange({ language: value === any ? null : value })}
            options={[
              { value: any, label: t('anyLanguage') },
              ...counted(options.languages, choices.language, languageName),
            ]}
          />
        ),
        category: () => (
          <WordSelect
            label={t('labels.category')}
            value={choices.category ?? any}
            onChange={(value) => onChange({ category: value === any ? null : value })}
            options={[
              { value: any, label: t('anyCategory') },
              ...counted(options.categories, choices.category, categoryName),
            ]}
          />
        ),
        time: () => <TimeWord from={choices.from} to={choices.to} onChange={onChange} />,
        rater: () => (
          <WordSelect
            label={t('labels.rater')}
            value={choices.rater ?? any}
            onChange={(value) => onChange({ rater: value === any ? null : value })}
            options={[
              { value: any, label: t('raters.any') },
              { value: 'me', label: t('raters.me') },
            ]}
          />
        ),
      })}
    </span>
  );
}

/** With the ballots behind each word; what is chosen stays in the list even without any. */
function useCounted() {
  const format = useFormatter();
  return (options: readonly BoardOption[], chosen: string | null, nameOf: (value: string) => string) => {
    const isListed = chosen === null || options.some(({ value }) => value === chosen);
    const all = isListed ? options : [...options, { value: chosen, ballots: 0 }];
    return all.map(({ value, ballots }) => ({
      value,
      label: `${nameOf(value)} (${format.number(ballots)})`,
    }));
  };
}

function useLanguageName(): (code: string) => string {
  const t = useTranslations('leaderboard');
  const names = new Intl.DisplayNames([useLocale()], { type: 'language', fallback: 'code' });
  return (code) => {
    if (code === 'und') return t('unknownLanguage');
    try {
      return names.of(code) ?? code;
    } catch {
      return code;
    }
  };
}

/** Tags given by hand have no translation: they stand as they were written. */
function useCategoryName(): (category: string) => string {
  const t = useTranslations('leaderboard.categories');
  return (category) => {
    switch (category) {
      case 'code':
      case 'maths':
      case 'long':
      case 'chinese':
      case 'multi-turn':
        return t(category);
      default:
        return category.startsWith(tagCategory)
          ? t('tag', { tag: category.slice(tagCategory.length) })
          : category;
    }
  };
}
