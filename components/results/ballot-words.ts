'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { rankedGroups } from '#components/results/placed-lanes.ts';
import type { Preference } from '#lib/preferences/log-schema.ts';

/** The ballot as one sentence: "A (Qwen3 8B) before B (ELIZA) and C (Shannon), which tie". */
export function useBallotWords(): (preference: Preference) => string {
  const t = useTranslations('results.words');
  const format = useFormatter();
  return (preference) => {
    if (preference.outcome === 'all-bad') return t('allBad');
    const groups = rankedGroups(preference).map((group) => {
      const names = format.list(group.map(({ label, name }) => t('lane', { label, name })));
      return group.length > 1 ? t('tied', { names }) : names;
    });
    if (groups.length === 0) return t('unranked');
    if (groups.length === 1) return t('allTied', { group: groups[0] ?? '' });
    return groups.reduce((better, worse) => t('before', { better, worse }));
  };
}
