'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { rankedGroups } from '#components/results/placed-lanes.ts';
import type { Preference } from '#lib/preferences/log-schema.ts';

/** The ballot as one sentence: "A (Qwen3 8B) over B (ELIZA) and C (Shannon) (tied)". */
export function useBallotWords(): (preference: Preference) => string {
  const t = useTranslations('results.words');
  const format = useFormatter();
  return (preference) => {
    if (preference.outcome === 'all-bad') return t('allBad');
    const groups = rankedGroups(preference).map((group) => ({
      names: format.list(group.map(({ label, name }) => t('lane', { label, name }))),
      isTied: group.length > 1,
    }));
    const [first] = groups;
    if (first === undefined) return t('unranked');
    if (groups.length === 1) return t(first.isTied ? 'allTied' : 'alone', { names: first.names });
    return groups
      .map(({ names, isTied }) => (isTied ? t('tied', { names }) : names))
      .reduce((better, worse) => t('before', { better, worse }));
  };
}
